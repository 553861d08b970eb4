import { describe, expect, it } from '@jest/globals';

import { readText } from './read-written';

describe('a file of a kind that is not read', () => {
  it.each([
    ['refs.bib', '@article{rask, title={Fog}, year={1921}}\n', /BibTeX/u],
    ['family.ged', '0 HEAD\n1 SOUR x\n0 @I1@ INDI\n1 NAME Eva /Rask/\n', /GEDCOM/u],
    [
      'data.csv',
      'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 7\n',
      /pointer of Git LFS.*git lfs pull/u,
    ],
    ['o.owl', '<?xml version="1.0"?>\n<Ontology xmlns="x"></Ontology>\n', /ontology in OWL\/XML.*RDF\/XML/u],
    ['x.xml', '<?xml version="1.0"?>\n<catalogue><item/></catalogue>\n', /XML of a kind that is not known/u],
    [
      'r.json',
      "[{'subject': 'Eva', 'relation': 'met', 'object': 'Ib'}]\n",
      /what Python prints.*json\.dumps/u,
    ],
    [
      'n.json',
      '[{"subject": "Eva", "relation": "met", "object": "Ib", "weight": NaN}]\n',
      /NaN or Infinity/u,
    ],
    ['c.json', '// people\n[{"subject": "Eva", "relation": "met", "object": "Ib"}]\n', /JSON with comments/u],
    [
      'table.csv',
      '<!DOCTYPE html>\n<html><body>Sign in</body></html>\n',
      /a web page, whatever its name says/u,
    ],
    ['f.geojson', '{"type": "FeatureCollection", "features": []}', /GeoJSON/u],
    ['m.csv', '"Entity ID","Entity Type","Link From","Link To","Link Label"\n1,Person,,,\n', /Maltego/u],
    ['o.odt', 'PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text', /OpenDocument/u],
    ['r.rtf', '{\\rtf1 Hello}', /RTF/u],
    [
      'a.xmi',
      '<?xml version="1.0"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"></xmi:XMI>\n',
      /UIMA CAS XMI.*WebAnno TSV 3/u,
    ],
    ['a.json', '{"%TYPES": {}, "%FEATURE_STRUCTURES": [{"%ID": 1}]}', /UIMA CAS JSON.*WebAnno TSV 3/u],
    ['b.json', '{"_context": {}, "_views": {"_InitialView": {}}}', /UIMA CAS JSON/u],
    ['p.tsv', '#FORMAT=WebAnno TSV 2.0\n\n1-1\t0-3\tEva\n', /WebAnno TSV/u],
  ])('is named, with what to do: %s', async (name, text, message) => {
    await expect(readText(name, text)).rejects.toThrow(message);
  });

  it.each([
    ['subject,relation,object\ngraph [a],met,Ib\n', 'a table that begins otherwise'],
    ['subject,relation,object\n@article{rask,met,Ib\n', 'a cell that looks like one'],
  ])('is not seen in %j: %s', async (text) => {
    expect((await readText('t.csv', text)).triples).toHaveLength(1);
  });
});
