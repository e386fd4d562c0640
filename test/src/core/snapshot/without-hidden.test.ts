import { expect, test } from 'vitest';
import { withoutHidden } from '#core/snapshot/without-hidden.ts';
import type { ListState } from '#model/snapshot.ts';
import {
	aGroupProject,
	anAnsweredIssue,
	anIssue,
	aProject,
	aSnapshot,
	pulledAt as then,
} from '../../../builders.ts';

const now = '2026-11-30T08:30:00Z';
const path = 'example/private';
const fresh = (pulledAt: string): ListState => ({ state: 'fresh', rows: 1, pulledAt });
const issue = anIssue({ project: path });
const other = anIssue({ project: 'example/shown' });
const group = 'example';
const rows = {
	projects: [aProject({ path, answer: 'missing-or-private', facts: null })],
	issues: [issue, other],
	answers: [anAnsweredIssue({ project: path })],
	'group-projects': [aGroupProject({ path, group })],
};

test('what is older than the word that a project is not to be seen goes, and nothing else', () => {
	const lists = { projects: fresh(now), issues: fresh(then), answers: fresh(then) };
	const kept = withoutHidden(aSnapshot({ rows, lists }));
	expect(kept.issues).toEqual([other]);
	expect(kept.answers).toEqual([]);
	expect(kept.projects).toEqual(rows.projects);
});

test('a project is hidden in whatever case the registry writes it', () => {
	const projects = [
		aProject({ path: 'Example/Private', answer: 'missing-or-private', facts: null }),
	];
	const lists = { projects: fresh(now), issues: fresh(then) };
	const kept = withoutHidden(aSnapshot({ rows: { ...rows, projects }, lists }));
	expect(kept.issues).toEqual([other]);
});

test.each([
	{ why: 'it is as new', lists: { projects: fresh(now), issues: fresh(now) } },
	{ why: 'it is newer', lists: { projects: fresh(then), issues: fresh(now) } },
])('what GitLab has shown since stays: $why', ({ lists }) => {
	expect(withoutHidden(aSnapshot({ rows, lists })).issues).toEqual([issue, other]);
});

test('rows of a group that are kept from an earlier pull are as old as that', () => {
	const keptFrom = { [group]: then };
	const lists = { projects: fresh(now), 'group-projects': { ...fresh(now), keptFrom } };
	expect(withoutHidden(aSnapshot({ rows, lists }))['group-projects']).toEqual([]);
	const told = { ...lists, 'group-projects': fresh(now) };
	expect(withoutHidden(aSnapshot({ rows, lists: told }))['group-projects']).toHaveLength(1);
});
