import { expect, test } from 'vitest';
import { findCitations } from '#core/doubt/citations.ts';

const instance = 'https://gitlab.example.com';
const project = (path: string, line = 1) => ({ kind: 'project', path, line });

test.each([
	{ why: 'an address of GitLab', text: `[x](${instance}/a/b/-/issues/3)`, cites: [project('a/b')] },
	{ why: 'a bare address at the end', text: `See ${instance}/a/b.`, cites: [project('a/b')] },
	{ why: 'a page of the inventory', text: '[x](/projects/a/b/)', cites: [project('a/b')] },
	{ why: 'an href', text: '<a href="/projects/a/b/#checks">x</a>', cites: [project('a/b')] },
	{ why: 'a definition', text: '\n[x]: /projects/a/b/', cites: [project('a/b', 2)] },
	{ why: 'a reference', text: 'As in a/b#12 and c/d!4.', cites: [project('a/b'), project('c/d')] },
	{ why: 'a block', text: '<Releases project="a/b" />', cites: [project('a/b')] },
	{
		why: 'a milestone',
		text: 'Since %19.5.',
		cites: [{ kind: 'milestone', title: '19.5', line: 1 }],
	},
	{
		why: 'the page of a milestone',
		text: '[x](/roadmap/milestones/19-5/)',
		cites: [{ kind: 'milestone-page', slug: '19-5', line: 1 }],
	},
	{
		why: 'the same again, in other letters',
		text: `[x](${instance}/a/b)\n[y](/projects/A/b/)`,
		cites: [project('a/b')],
	},
	{ why: 'code', text: '`a/b#12`\n\n```\n%19.5\n```', cites: [] },
	{ why: 'a comment', text: '{/* a/b#12 */}', cites: [] },
	{ why: 'another host', text: '[x](https://example.com/a/b)', cites: [] },
	{ why: 'a group', text: `[x](${instance}/groups/a/-/issues) and ${instance}/a`, cites: [] },
	{ why: 'another page', text: '[x](/work/health/) and [y](/projects/)', cites: [] },
	{
		why: 'a label, but no reference without a project',
		text: '#12, !3 and ~"a::b"',
		cites: [{ kind: 'label', title: 'a::b', line: 1 }],
	},
])('$why', ({ text, cites }) => {
	expect(findCitations(text, instance)).toEqual(cites);
});
