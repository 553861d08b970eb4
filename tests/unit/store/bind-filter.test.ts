import { describe, expect, it } from '@jest/globals';

import { DocumentId } from '@/lib/model/ids';
import { everyRelation, type RelationFilter } from '@/lib/model/relation-filter';
import { RelationTypeName } from '@/lib/model/relation-type';
import { bindFilter } from '@/lib/store/verbs/read/bind-filter';

describe('bindFilter', () => {
  it('asks for everything that is not only denied when nothing is filtered', () => {
    const filter = bindFilter(everyRelation, { denied: false });

    expect(filter).toMatchObject({ types: '', parameters: {}, narrows: 'nothing' });
    expect(filter.where('a', 'b')).toBe('r.supports > 0');
  });

  it('asks for relations that are only denied too where they are to be told', () => {
    expect(bindFilter(everyRelation, { denied: true }).where('a', 'b')).toBe('true');
  });

  it('asks for the kinds of both ends, by the names that the statement gives them', () => {
    const filter = bindFilter({ ...everyRelation, kinds: ['person'] }, { denied: false });

    expect(filter.where('e', 'n')).toBe('r.supports > 0 AND e.kind IN $kinds AND n.kind IN $kinds');
    expect(filter).toMatchObject({ parameters: { kinds: ['person'] }, narrows: 'kinds' });
  });

  it.each([
    [{ classes: ['verbal-conflict'] }, 'r.class IN $classes', { classes: ['verbal-conflict'] }],
    [
      { sources: [DocumentId.parse('news')] },
      'ANY(source IN $sources WHERE source IN r.sources)',
      { sources: ['news'] },
    ],
    [{ modalities: ['future'] }, 'r.modality IN $modalities', { modalities: ['future'] }],
    [{ minEvidence: 2 }, 'r.evidence >= $minEvidence', { minEvidence: 2 }],
    [{ from: '2023' }, "coalesce(r.end, r.start) + '~' >= $from", { from: '2023' }],
    [{ to: '2023-05' }, 'r.start <= $to', { to: '2023-05~' }],
  ] satisfies readonly (readonly [Partial<RelationFilter>, string, object])[])(
    'asks for %j, and for nothing else',
    (asked, condition, parameters) => {
      const filter = bindFilter({ ...everyRelation, ...asked }, { denied: true });

      expect(filter.where('a', 'b')).toBe(condition);
      expect(filter).toMatchObject({ types: '', narrows: 'relations' });
      expect(filter.parameters).toEqual(parameters);
    },
  );

  it('asks for types alone by the pattern', () => {
    const filter = bindFilter({ ...everyRelation, types: [RelationTypeName.parse('MET')] }, { denied: true });

    expect(filter).toMatchObject({ types: ':MET', parameters: {}, narrows: 'relations' });
    expect(filter.where('a', 'b')).toBe('true');
  });

  it('asks for one of the grades that the evidence of a relation has', () => {
    const filter = bindFilter({ ...everyRelation, grades: ['exact', 'row'] }, { denied: true });

    expect(filter.where('a', 'b')).toMatch(/^ANY\(grade IN \$grades WHERE grade IN coalesce\(r\.grades, /u);
    expect(filter).toMatchObject({ parameters: { grades: ['exact', 'row'] }, narrows: 'relations' });
  });

  it('puts nothing but accepted type names into the text', () => {
    const filter = bindFilter(
      {
        ...everyRelation,
        types: [RelationTypeName.parse('MET'), RelationTypeName.parse('ACCUSED')],
        classes: ['verbal-conflict'],
        from: "2023' OR true",
        to: '2024',
        minEvidence: 3,
      },
      { denied: false },
    );

    expect(filter.types).toBe(':MET|ACCUSED');
    expect(filter.where('a', 'b')).not.toContain('true');
    expect(filter.parameters).toEqual({
      classes: ['verbal-conflict'],
      from: "2023' OR true",
      to: '2024~',
      minEvidence: 3,
    });
    expect(filter.narrows).toBe('relations');
  });
});
