import { isAboutFolder, isDataName } from './file-names';

const SHOWN = 5;

/**
 * Names the files of a folder that are not read, except those with data, which are inputs of their
 * own.
 * @param names - the names of the files
 */
export function noteOthers(names: readonly string[]): readonly string[] {
  const about = names.filter(isAboutFolder);
  const rest = names.filter((name) => !isAboutFolder(name) && !isDataName(name));
  return [
    ...(about.length > 0 ? [`Not read, since they describe the folder: ${list(about)}.`] : []),
    ...(rest.length > 0 ? [`Not read, since they are neither data nor documents: ${list(rest)}.`] : []),
  ];
}

/**
 * @param names - files and folders beside an input that is a folder, which no format reads with it
 * @returns a sentence that names them, or none
 */
export function noteUnread(names: readonly string[]): readonly string[] {
  return names.length > 0 ? [`Not read, since they are not part of it: ${list(names)}.`] : [];
}

/**
 * @param names - files that came with mails and are no documents
 * @returns a sentence that names them, or none
 */
export function noteAttachments(names: readonly string[]): readonly string[] {
  return names.length > 0 ? [`Attached and not read, since they are no documents: ${list(names)}.`] : [];
}

function list(names: readonly string[]): string {
  return names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');
}
