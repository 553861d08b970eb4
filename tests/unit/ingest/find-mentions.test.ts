import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createMentionFinder } from '@/lib/ingest/spans/find-mentions';
import type { EntityName } from '@/lib/model/entity-name';
import { DocumentId, EntityId, PassageId } from '@/lib/model/ids';
import type { Passage } from '@/lib/model/passage';
import { sliceCodePoints } from '@/lib/model/text-offsets';
import { cpuMs } from '../clock/cpu-clock';

function entity(id: string, name: string, ...aliases: readonly string[]): EntityName {
  return { id: EntityId.parse(id), name, aliases };
}

function passage(text: string): Passage {
  return {
    id: PassageId.parse('d.1'),
    document: DocumentId.parse('d'),
    index: 1,
    text: text.normalize('NFC'),
  };
}

/** `id:words` of each mention, in order. */
function mentionsOf(
  text: string,
  entities: readonly EntityName[],
  participants: readonly string[] = [],
): readonly string[] {
  const cited = passage(text);
  const present = new Set(participants.map((id) => EntityId.parse(id)));
  return createMentionFinder(entities)(cited, present).map(
    (mention) => `${mention.entity}:${sliceCodePoints(cited.text, mention.start, mention.end)}`,
  );
}

const us = entity('us', 'United States', 'US', 'U.S.', '美国');
const china = entity('china', 'China', 'PRC', '中国');

describe('mentions', () => {
  it('are where a passage has a name or an alias', () => {
    expect(mentionsOf('The US and China met. China spoke.', [us, china])).toEqual([
      'us:US',
      'china:China',
      'china:China',
    ]);
  });

  it('are whole words; an apostrophe and a hyphen end a word', () => {
    expect(mentionsOf('BUS USA US-led, China’s PRC\'s Chinaman "US"', [us, china])).toEqual([
      'us:US',
      'china:China',
      'china:PRC',
      'us:US',
    ]);
  });

  it('may end with a full stop that belongs to the name', () => {
    expect(mentionsOf('in the U.S. and', [us])).toEqual(['us:U.S.']);
  });

  it('are the leftmost and then the longest of what overlaps', () => {
    const all = [entity('wang', 'Wang'), entity('yi', 'Wang Yi'), entity('yib', 'Yi Bo')];

    expect(mentionsOf('Wang Yi Bo and Wang', all)).toEqual(['yi:Wang Yi', 'wang:Wang']);
  });

  it('fall back to a shorter name where the longer one is no whole word', () => {
    expect(mentionsOf('Wang Yin', [entity('wang', 'Wang'), entity('yi', 'Wang Yi')])).toEqual(['wang:Wang']);
  });

  it('keep to capitals, except that a name in lower case may begin a sentence', () => {
    const balloon = entity('balloon', 'balloon', 'ärostat');

    expect(mentionsOf('Balloon, balloon, BALLOON. Ärostat.', [balloon])).toEqual([
      'balloon:Balloon',
      'balloon:balloon',
      'balloon:Ärostat',
    ]);
    expect(mentionsOf('us and Us', [us])).toEqual([]);
  });

  it('need no space around Chinese names, nor around Latin ones in Chinese text', () => {
    expect(mentionsOf('昨天美国和中国在北京会谈,US与中国。', [us, china])).toEqual([
      'us:美国',
      'china:中国',
      'us:US',
      'china:中国',
    ]);
  });

  it('are counted in code points behind emoji', () => {
    const text = '😀👩‍🚀 China';

    expect(mentionsOf(text, [china])).toEqual(['china:China']);
    expect(createMentionFinder([china])(passage(text), new Set())[0]).toMatchObject({ start: 5, end: 10 });
  });

  it('never begin or end inside what reads as one character', () => {
    expect(mentionsOf('👩‍🚀 👩', [entity('woman', '👩')])).toEqual(['woman:👩']);
    expect(mentionsOf('Lima\u0336 Lima', [entity('lima', 'Lima')])).toEqual(['lima:Lima']);
    expect(mentionsOf('👍🏽 👍', [entity('thumb', '👍')])).toEqual(['thumb:👍']);
  });

  it('take composed and decomposed letters for the same', () => {
    expect(mentionsOf('Jose\u0301 came', [entity('jose', 'José')])).toEqual(['jose:José']);
    expect(mentionsOf('José came', [entity('jose', 'Jose\u0301')])).toEqual(['jose:José']);
  });

  it('are found in text that runs from right to left', () => {
    expect(mentionsOf('التقى جو بايدن أمس', [entity('biden', 'جو بايدن')])).toEqual(['biden:جو بايدن']);
    expect(mentionsOf('והתקשר ביידן.', [entity('biden', 'ביידן')])).toEqual(['biden:ביידן']);
  });

  it('of a form that is a name and elsewhere an alias belong to the name', () => {
    expect(mentionsOf('Lima spoke', [entity('ana', 'Ana Lima', 'Lima'), entity('city', 'Lima')])).toEqual([
      'city:Lima',
    ]);
  });

  it('of a form that several share are left out, unless just one of them takes part', () => {
    const twins = [entity('a', 'Ana Lima', 'Lima'), entity('b', 'Bea Lima', 'Lima')];

    expect(mentionsOf('Lima spoke', twins)).toEqual([]);
    expect(mentionsOf('Lima spoke', twins, ['b', 'china'])).toEqual(['b:Lima']);
    expect(mentionsOf('Lima spoke', twins, ['a', 'b'])).toEqual([]);
  });

  it('take names full of signs literally, and none that say nothing', () => {
    const odd = [
      entity('regex', '(a+)+$'),
      entity('c', 'C++'),
      entity('dash', '-'),
      entity('proto', '__proto__'),
    ];

    expect(mentionsOf('Use (a+)+$ or C++ - in __proto__ aaaa', odd)).toEqual([
      'regex:(a+)+$',
      'c:C++',
      'proto:__proto__',
    ]);
  });

  it('always cut out a name or an alias, in order and without overlap', () => {
    const unit = fc.constantFrom('a', 'b', 'B', ' ', '-', '中', '国', '😀', 'e\u0301', '\u200d', '.', '1');
    const word = fc.string({ unit, minLength: 1, maxLength: 4 }).map((text) => text.normalize('NFC').trim());
    const named = fc.array(fc.tuple(word, fc.array(word, { maxLength: 2 })), { maxLength: 6 });

    fc.assert(
      fc.property(named, fc.string({ unit, maxLength: 40 }), (names, text) => {
        const entities = names.map(([name, aliases], index) => entity(`e${index}`, name, ...aliases));
        const cited = passage(text);
        let last = 0;
        for (const { entity: id, start, end } of createMentionFinder(entities)(cited, new Set())) {
          const owner = entities.find((each) => each.id === id);
          const slice = sliceCodePoints(cited.text, start, end);
          const forms = [owner?.name, ...(owner?.aliases ?? [])];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(forms.some((form) => form === slice || capitalise(form) === slice)).toBe(true);
          last = end;
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('are found in a time that grows with the text, whatever the names', () => {
    const nested = Array.from({ length: 100 }, (_, length) => [
      entity(`a${length}`, 'a'.repeat(length + 1)),
      entity(`z${length}`, '中'.repeat(length + 1)),
    ]).flat();
    const find = createMentionFinder(nested);

    const cost = (times: number): number => {
      const before = cpuMs();
      find(passage('a'.repeat(50_000 * times) + '中'.repeat(1_000 * times)), new Set());
      return cpuMs() - before;
    };
    cost(1);

    // Ten times the text may cost ten times as much, and not a hundred times.
    expect(cost(10)).toBeLessThan(30 * cost(1));
  });
});

function capitalise(form: string | undefined): string | undefined {
  const [first = ''] = form ?? '';
  return form === undefined ? undefined : first.toUpperCase() + form.slice(first.length);
}
