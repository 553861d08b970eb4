/** What inputs call the parts of a source, in lower-case letters and digits alone. */
export const SOURCE_NAMES = {
  /** The words that say it. */
  quote: [
    ...['quote', 'sentence', 'evidence', 'snippet', 'text', 'evidencetext', 'sourcetext', 'sourcesentence'],
    ...['passage', 'context', 'excerpt', 'quotation', 'notes', 'note', 'evidencesentence', 'sourcecontext'],
  ],
  url: [
    ...['url', 'sourceurl', 'sourcelink', 'articleurl', 'evidenceurl', 'newsurl', 'documenturl'],
    ...['weburl', 'href', 'permalink', 'urls', 'sourceurls'],
  ],
  /** An address or a title. */
  reference: ['reference', 'references', 'citation', 'citations', 'sources', 'ref', 'refs', 'bibliography'],
  title: [
    ...['title', 'documenttitle', 'articletitle', 'sourcetitle', 'headline', 'filename', 'sourcefile'],
    ...['docname', 'documentname', 'doctitle'],
  ],
  publisher: ['publisher', 'outlet', 'outlets', 'publication', 'newspaper', 'journal', 'sourceoutlet'],
  published: [
    ...['published', 'publicationdate', 'publisheddate', 'pubdate', 'publishdate', 'datepublished'],
    ...['documentdate', 'articledate', 'publishedat', 'publishedon'],
  ],
} as const;
