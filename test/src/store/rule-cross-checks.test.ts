import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../../fixtures/teams.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'rules-'));
});
afterEach(() => rm(root, { recursive: true }));

async function readWith(team: string, rules?: string) {
	await cp(join(team, 'content/registry'), join(root, 'content/registry'), { recursive: true });
	const file = join(root, 'content/registry/rules.yaml');
	await rm(file, { force: true });
	if (rules !== undefined) await writeFile(file, rules);
	return readRegistry(root);
}

test('a team without the file states no rule, and nothing is missing', async () => {
	expect((await readWith(teams.tram)).rules).toEqual([]);
	expect((await readWith(teams.stove)).rules).toEqual([]);
});

test('a rule knows where it is stated, and what it takes', async () => {
	const { rules } = await readWith(
		teams.kettle,
		'- id: one-priority\n- id: risk-resolved\n  days: 1\n',
	);
	expect(rules).toMatchObject([
		{ id: 'one-priority', place: { file: 'content/registry/rules.yaml', line: 1 } },
		{ id: 'risk-resolved', days: 1, place: { line: 2, end: 3 } },
	]);
});

describe('what could never be judged is refused, with its line', () => {
	test.each([
		{
			why: 'a rule that nobody knows',
			team: teams.kettle,
			rules: '- id: one-priorty\n',
			says: /rules\.yaml[^]*Unknown rule: expected one of planning-issues-ahead[^]*\(line 1\)/,
		},
		{
			why: 'a rule that is stated twice',
			team: teams.kettle,
			rules: '- id: one-priority\n- id: one-priority\n',
			says: /Duplicate rule: "one-priority" is on line 1 already/,
		},
		{
			why: 'a rule without what it takes',
			team: teams.kettle,
			rules: '- id: risk-resolved\n',
			says: /Rule "risk-resolved" without days: expected it in the entry/,
		},
		{
			why: 'a rule with what it does not take',
			team: teams.kettle,
			rules: '- id: one-priority\n  days: 3\n',
			says: /Rule "one-priority" takes no days: expected its id alone/,
		},
		{
			why: 'a rule about what the plan of the team does not have',
			team: teams.tram,
			rules: '- id: planning-issues-in-time\n',
			says: /expected content\/registry\/plan\.yaml: planningIssues, content\/registry\/plan\.yaml: planningIssueDaysBefore/,
		},
		{
			why: 'a rule about a plan, of a team that has none',
			team: teams.stove,
			rules: '- id: issues-typed\n  scopes: [type]\n',
			says: /expected content\/registry\/plan\.yaml: groupLabels/,
		},
		{
			why: 'a project that is not declared',
			team: teams.kettle,
			rules: '- id: release-in-time\n  project: tea/urn\n  days: 1\n',
			says: /Unknown project "tea\/urn": expected a path of content\/registry\/projects\.yaml/,
		},
		{
			why: "a person's handle as the owner",
			team: teams.kettle,
			rules: "- id: one-priority\n  owner: '@ada'\n",
			says: /Invalid role/,
		},
	])('$why', async ({ team, rules, says }) => {
		await expect(readWith(team, rules)).rejects.toThrow(says);
	});
});
