import type { PickedFile } from '@/lib/api/call-datasets';

const OF_THE_SYSTEM = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/u;

/**
 * Lists the files that were dropped, those of folders included, without the files that operating
 * systems leave beside them.
 */
export async function readDropped(transfer: DataTransfer): Promise<readonly PickedFile[]> {
  // All at once: after the event the transfer is empty.
  const dropped = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      if (entry && isFolder(entry)) return await readEntry(entry, '');
      return file ? [{ path: file.name, file }] : [];
    }),
  );
  return withoutSystemFiles(files.flat());
}

/** Lists the files that were chosen in a dialog, as `readDropped` does. */
export function readChosen(list: FileList | null): readonly PickedFile[] {
  return withoutSystemFiles(
    [...(list ?? [])].map((file) => ({
      path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
      file,
    })),
  );
}

function withoutSystemFiles(files: readonly PickedFile[]): readonly PickedFile[] {
  return files.filter(({ path }) => !OF_THE_SYSTEM.test(path));
}

async function readEntry(entry: FileSystemEntry, folder: string): Promise<readonly PickedFile[]> {
  const path = `${folder}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ path, file }];
  }
  if (!isFolder(entry)) return [];
  const files: PickedFile[] = [];
  for (const each of await readFolder(entry)) files.push(...(await readEntry(each, `${path}/`)));
  return files;
}

/** A folder gives its entries in portions, until one is empty. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return entries;
    entries.push(...portion);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
