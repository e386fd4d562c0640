import { expect, test } from 'vitest';
import { findLocalIncludes } from '#gitlab/files/ci-config.ts';
import { walkIncludes, type FoundFile } from '#gitlab/files/include-walk.ts';

const main = '.gitlab-ci.yml';
const including = (...paths: string[]): FoundFile => ({ text: `include: [${paths.join(', ')}]\n` });
const walk = (known: Record<string, FoundFile>) =>
	walkIncludes(new Map(Object.entries(known)), findLocalIncludes);
const many = Array.from({ length: 22 }, (_, index) => `${String(index)}.yml`);

test.each<{ why: string; known: Record<string, FoundFile>; walked: ReturnType<typeof walk> }>([
	{ why: 'nothing is known', known: {}, walked: { files: [main], missing: [main], leftOut: [] } },
	{
		why: 'there is none',
		known: { [main]: null },
		walked: { files: [main], missing: [], leftOut: [] },
	},
	{
		why: 'an included file is not known yet',
		known: { [main]: including('a.yml', 'b.yml'), 'a.yml': including('c.yml') },
		walked: { files: [main, 'a.yml', 'b.yml', 'c.yml'], missing: ['b.yml', 'c.yml'], leftOut: [] },
	},
	{
		why: 'one whose text is of no use leads no further',
		known: { [main]: including('a.yml'), 'a.yml': { why: 'too large' } },
		walked: { files: [main, 'a.yml'], missing: [], leftOut: [] },
	},
	{
		why: 'the third level need only be known',
		known: { [main]: including('a.yml'), 'a.yml': including('b.yml'), 'b.yml': including('c.yml') },
		walked: { files: [main, 'a.yml', 'b.yml'], missing: ['c.yml'], leftOut: [] },
	},
	{
		why: 'a file of the third level is left out, whatever it says',
		known: {
			[main]: including('a.yml'),
			'a.yml': including('b.yml'),
			'b.yml': including('c.yml'),
			'c.yml': { why: 'too large' },
		},
		walked: { files: [main, 'a.yml', 'b.yml'], missing: [], leftOut: ['too deep'] },
	},
	{
		why: 'files that include each other are walked once',
		known: { [main]: including('a.yml'), 'a.yml': including(main, 'a.yml') },
		walked: { files: [main, 'a.yml'], missing: [], leftOut: [] },
	},
	{
		why: 'paths that are none, and more than twenty, are left out',
		known: {
			[main]: including('"*.yml"', ...many),
			...Object.fromEntries(many.map((one) => [one, null])),
		},
		walked: {
			files: [main, ...many.toSorted().slice(0, 20)],
			missing: [],
			leftOut: ['no plain path', 'too many'],
		},
	},
])('$why', ({ known, walked }) => {
	expect(walk(known)).toEqual(walked);
});
