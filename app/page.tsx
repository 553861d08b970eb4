import { Explorer } from './_explorer/explorer';

/** The explorer, in the state that the address tells. */
export default async function ExplorePage({ searchParams }: PageProps<'/'>) {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(await searchParams))
    for (const value of [values ?? []].flat()) query.append(name, value);
  return <Explorer query={query.toString()} />;
}
