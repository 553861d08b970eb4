/** Runs once when the server starts. Next compiles this file for its edge runtime too, which Entente does not use. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { watchConnections } = await import('@/lib/server/http/watch-connections');
  watchConnections();
}
