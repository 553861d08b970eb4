/** To whom objects may be shown. Nothing here keeps anything from anybody, so it is told. */
import { fieldOf, isRecord } from '../../json/json-value';
import { createTally, noteTally } from '../../rows/tally';
import { textOf, textsOf, type StixObject } from './objects';

/** The markings that STIX itself defines, which bundles need not repeat. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['613f2e26-407d-48c7-9eca-b8e91df99dc9', 'TLP:WHITE'],
  ['34098fce-860f-48ae-8e50-ebd3cc5e41da', 'TLP:GREEN'],
  ['f88d31f6-486f-44da-b317-01333bde0b82', 'TLP:AMBER'],
  ['5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'TLP:RED'],
  ['94868c89-83c2-464b-929b-a1a8aa3c8487', 'TLP:CLEAR'],
  ['bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'TLP:GREEN'],
  ['55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'TLP:AMBER'],
  ['939a9414-2ddd-4d32-a0cd-375ea402b003', 'TLP:AMBER+STRICT'],
  ['e828b379-4e03-4974-9ac4-e53a884c97c1', 'TLP:RED'],
]);

/** Returns a sentence that says how many objects have which marking, if any has one. */
export function noteMarkings(objects: ReadonlyMap<string, StixObject>): readonly string[] {
  const tally = createTally();
  for (const { value } of objects.values())
    for (const ref of textsOf(value, 'object_marking_refs')) tally.add(nameMarking(ref, objects.get(ref)));
  return noteTally('Marked for whom they are, which nothing here enforces', tally);
}

function nameMarking(ref: string, marking: StixObject | undefined): string {
  const known = KNOWN.get(ref.replace(/^marking-definition--/u, ''));
  if (known !== undefined || marking === undefined) return known ?? ref;
  const definition = fieldOf(marking.value, 'definition');
  const [tlp, statement] = isRecord(definition)
    ? ['tlp', 'statement'].map((name) => textOf(definition, name))
    : [];
  return (
    textOf(marking.value, 'name') ?? (tlp === undefined ? (statement ?? ref) : `TLP:${tlp.toUpperCase()}`)
  );
}
