/** LightRAG and nano-graphrag: a graph that a language model has extracted, with the chunks of text that it read. */
import { isDataName } from '../../bytes/file-names';
import type { FileSample } from '../../bytes/take-sample';
import { recognisedBy } from '../../recognise';
import type { Format, Source } from '../../source';
import { isCustomGraph, openCustomGraph } from './custom-graph';
import { findWorkspace } from './find-workspace';
import { openWorkspace } from './open-workspace';

export const lightRag: Format = {
  name: 'light-rag',
  title: 'a graph of LightRAG with its texts',
  recognises: recognisedBy(
    'it holds the graph and the texts of LightRAG or nano-graphrag',
    async (sample) => isCustomGraph(sample) || (await isWholeWorkspace(sample)),
  ),
  open: async (sample: FileSample, options): Promise<Source> =>
    sample.isFolder ? await openWorkspace(sample, options) : await openCustomGraph(sample, options),
};

/** With data beside it, a workspace in a folder is one input among others. */
async function isWholeWorkspace(sample: FileSample): Promise<boolean> {
  const workspace = await findWorkspace(sample);
  return workspace !== undefined && !workspace.beside.some(isDataName);
}
