import { describe, expect, it } from '@jest/globals';

import { noticesOf, readText, sentencesOf } from './read-written';

const rejectsOf = ({ rejects }: Awaited<ReturnType<typeof readText>>) =>
  rejects.map(({ line, reason }) => `${line} ${reason}`);

describe('a cell that says there is no value', () => {
  it.each(['NULL', 'null', 'NaN', 'nan', 'None', 'N/A', '#N/A', '<NA>', '\\N'])(
    'is empty, and it is told where: %s',
    async (word) => {
      const read = await readText('met.csv', `subject,relation,object\nAna,met,${word}\nAna,met,Bo\n`);

      expect(sentencesOf(read)).toEqual(['Ana met Bo']);
      expect(rejectsOf(read)).toEqual([expect.stringMatching(/^2 the object is empty/u)]);
      expect(noticesOf(read)).toMatch(/'.*' where there is no value \(object, line 2\)/u);
    },
  );

  it('leaves the rest of its row as it is', async () => {
    const read = await readText('met.csv', 'subject,relation,object,start,place\nAna,met,Bo,NaT,nan\n');

    expect(sentencesOf(read)).toEqual(['Ana met Bo']);
    expect(rejectsOf(read)).toEqual([]);
  });

  it('is not a surname, a country, or a word that is quoted', async () => {
    const read = await readText(
      'met.csv',
      'subject,relation,object,quote\nNull,met,NA,None\nNA,met,Nonesuch,null\n',
    );

    expect(sentencesOf(read)).toEqual(['Null met NA', 'NA met Nonesuch']);
    expect(noticesOf(read)).not.toContain('no value');
  });
});
