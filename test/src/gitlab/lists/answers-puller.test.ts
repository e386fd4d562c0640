import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import { Team, type RosterRow } from '#model/roster.ts';
import { aContact, aRegistry, aRosterRow, aSnapshot } from '../../../builders.ts';
import {
	aWorldIssue,
	aWorldPerson,
	aWorldProject,
	aWorldUser,
} from '../../../gitlab/small-world.ts';
import { teamPath } from '../../../gitlab/team-file.ts';
import type { World, WorldIssue, WorldNote } from '../../../gitlab/world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const project = 'platform/billing-api';
const visitor = aWorldUser({ username: 'vic.visitor' });
const program = aWorldUser({ username: 'helper', bot: true });
const member = aWorldUser({ username: 'ada.example' });
const note = (author: string, hour: number, change: Partial<WorldNote> = {}): WorldNote => ({
	author,
	createdAt: `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
	body: 'Ask Ada Example.',
	...change,
});
const asked = (iid: number, notes: WorldNote[], change: Partial<WorldIssue> = {}) =>
	aWorldIssue({
		iid,
		project,
		author: visitor.username,
		createdAt: '2026-03-01T06:00:00.000Z',
		notes,
		...change,
	});

async function pullFrom(
	issues: WorldIssue[],
	world: Partial<World> = {},
	/** The team as it was last known, where the list of people can't be read. */
	kept?: { team: RosterRow[]; source?: string },
) {
	await using gitlab = await startSmallGitLab({
		users: [visitor, program, member],
		team: [aWorldPerson({ role: 'Lead', gitlab: member.username })],
		issues,
		...world,
	});
	const teamSource = `${gitlab.url}${teamPath}`;
	if (kept) gitlab.refuse(new RegExp(teamPath), 400);
	const source = {
		url: gitlab.url,
		requester: gitlab.requester,
		token: undefined,
		registry: aRegistry({
			contact: aContact({ project }),
			team: Team.parse({
				source: teamSource,
				rosters: [{ id: 'members', title: 'Members', kind: 'team-by-manager-role', role: 'Lead' }],
			}),
		}),
		lastGood:
			kept &&
			aSnapshot({
				about: { teamSource: kept.source ?? teamSource },
				rows: { team: kept.team },
			}),
		now: '2026-03-04T12:00:00Z',
	};
	const counted: string[] = [];
	const pullers = createPullers(source, (list) => counted.push(list));
	const { answers: outcome } = await pullers.answers.pull(() => undefined);
	return { counted, outcome };
}

const answeredOf = async (issues: WorldIssue[]) => {
	const { outcome } = await pullFrom(issues);
	if (outcome?.kind !== 'rows') throw new Error('Expected rows.');
	return Object.fromEntries(outcome.rows.map(({ iid, answeredAt }) => [iid, answeredAt]));
};

describe('the first answer to an issue of a visitor', () => {
	test('is neither by the visitor, nor by a program, nor a note of GitLab', async () => {
		const answers = await answeredOf([
			asked(1, [
				note(visitor.username, 7),
				note(program.username, 8),
				note('triage-bot', 9),
				note(member.username, 10, { system: true }),
				note(member.username, 11, { internal: true }),
				note(member.username, 12),
				note(member.username, 13),
			]),
			asked(2, [note(visitor.username, 7)]),
		]);
		expect(answers).toEqual({ 1: '2026-03-01T12:00:00Z', 2: null });
	});

	test('is not looked for in issues of the team, of programs, of long ago, or that not all may see', async () => {
		const answers = await answeredOf([
			asked(1, []),
			asked(2, [], { author: 'Ada.Example' }),
			asked(3, [], { author: program.username }),
			asked(4, [], { createdAt: '2025-12-03T23:00:00.000Z' }),
			asked(5, [], { confidential: true }),
		]);
		expect(answers).toEqual({ 1: null });
	});
});

test('one query is enough, of the newest issues, and no name is kept', async () => {
	const issues = Array.from({ length: 70 }, (_, index) =>
		asked(index + 1, [note(member.username, 12)], {
			createdAt: `2026-03-01T06:00:${String(index % 60).padStart(2, '0')}.000Z`,
		}),
	);
	const { counted, outcome } = await pullFrom(issues);
	expect(counted.toSorted()).toEqual(['answers', 'team']);
	expect(outcome).toMatchObject({ kind: 'rows' });
	expect(outcome?.kind === 'rows' && outcome.rows).toHaveLength(60);
	expect(JSON.stringify(outcome)).not.toMatch(/ada|vic/i);
});

test('who is in the team is as last known, where the list of people cannot be read', async () => {
	const issues = [asked(1, []), asked(2, [], { author: member.username })];
	const team = [aRosterRow({ username: member.username })];
	const { outcome } = await pullFrom(issues, {}, { team });
	expect(outcome).toMatchObject({ kind: 'rows', rows: [{ iid: 1 }] });
	const other = await pullFrom(issues, {}, { team, source: 'https://example.com/other.yml' });
	expect(other.outcome).toMatchObject({ kind: 'impossible' });
});

describe('nothing is known', () => {
	test('where GitLab does not answer by GraphQL', async () => {
		const { outcome } = await pullFrom([asked(1, [])], { graphql: 'refuses' });
		expect(outcome).toMatchObject({
			kind: 'impossible',
			reason: expect.stringMatching(/GraphQL/) as string,
		});
	});

	test('where the list of people has no account of the team', async () => {
		const { outcome } = await pullFrom([asked(1, [])], { team: [aWorldPerson({ role: 'Other' })] });
		expect(outcome).toMatchObject({
			kind: 'impossible',
			reason: expect.stringMatching(/people/) as string,
		});
	});

	test('where issues are for members alone, and nothing is kept', async () => {
		const { outcome } = await pullFrom([asked(1, [])], {
			projects: [aWorldProject({ path: project, hidden: ['issues'] })],
		});
		expect(outcome).toMatchObject({
			kind: 'hidden',
			reason: expect.stringMatching(/issues/) as string,
		});
	});
});
