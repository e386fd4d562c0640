import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import { createRequester } from '#gitlab/transport/requester.ts';
import { Team } from '#model/roster.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { aRegistry, aRosterRow, aSite, aSnapshot } from '../../../builders.ts';
import { answer, quick, serve } from '../loopback.ts';

const companyHandbook = 'https://handbook.example.com';
const people = [
	{ slug: 'cto', name: 'Cleo Example', role: 'CTO', gitlab: 'cleo' },
	{
		slug: 'kim',
		name: 'Kim Example',
		role: '<a href="/job-families/manager/">Manager, Engine &amp; Wheel</a>',
		reports_to: 'cto',
		gitlab: 'kim.example',
	},
	{
		slug: 'ada',
		name: 'Ada Example',
		role: 'Engineer, Engine',
		reports_to: 'kim',
		gitlab: '',
		team_tags: ['Wheel Team'],
	},
	{
		slug: 'new-1',
		name: 'New Vacancy - Engineer',
		role: 'Engineer',
		reports_to: 'kim',
		gitlab: 'kim.example',
		departments: ['Development', 'Wheel Team'],
		placeholder: true,
	},
	{ slug: 'dov', name: 'Dov\u202e Example', role: null, reports_to: 'kim', gitlab: 'no user' },
	{
		slug: 'fay',
		name: 'Fay Example',
		role: '<a href="javascript:alert(1)">Designer</a>, Engine',
		reports_to: 'cto',
		gitlab: 'fay',
	},
];
const rosters = [
	{ id: 'members', title: 'Members', kind: 'team-by-manager-role', role: 'Manager(.*)Engine' },
	{
		id: 'others',
		title: 'Others',
		kind: 'stable-counterparts',
		role: 'Engine',
		managerRole: 'Manager(.*)Engine',
	},
];

async function start(list: unknown, change: { rosters?: unknown[]; lastGood?: Snapshot } = {}) {
	const server = await serve((response) => {
		answer(response, stringify(list), { headers: { 'content-type': 'text/yaml' } });
	});
	const source = `${server.url}/team.yml`;
	const counts: string[] = [];
	const steps: number[] = [];
	const { team } = createPullers(
		{
			url: 'http://127.0.0.1:9',
			token: 'glpat-example-token',
			requester: createRequester({ url: 'http://127.0.0.1:9', ...quick }),
			registry: aRegistry({
				site: aSite({ companyHandbook }),
				team: Team.parse({ source, rosters: change.rosters ?? rosters }),
			}),
			lastGood: change.lastGood && {
				...change.lastGood,
				about: { ...change.lastGood.about, teamSource: source },
			},
			now: '2026-11-23T08:30:00Z',
		},
		(name) => counts.push(name),
	);
	return { ...server, pull: () => team.pull(() => steps.push(1)), of: team.of, counts, steps };
}

test('a pull takes from the list what rosters show, and asks once for all of them', async () => {
	await using server = await start(people);
	expect(await server.pull()).toEqual({
		team: {
			kind: 'rows',
			mayBeEmpty: true,
			rows: [
				aRosterRow({
					name: 'Kim Example',
					role: 'Manager, Engine & Wheel',
					roleUrl: `${companyHandbook}/job-families/manager/`,
					username: 'kim.example',
				}),
				aRosterRow({ position: 2, role: 'Engineer, Engine', username: null }),
				aRosterRow({
					position: 3,
					name: 'New Vacancy - Engineer',
					role: 'Engineer',
					username: null,
					vacancy: true,
				}),
				aRosterRow({ position: 4, name: 'Dov Example', role: null, username: null }),
				aRosterRow({
					roster: 'others',
					name: 'Fay Example',
					role: 'Designer, Engine',
					username: 'fay',
				}),
			],
		},
	});
	expect(server.seen).toHaveLength(1);
	expect([server.of, server.steps.length, server.counts]).toEqual([1, 1, ['team']]);
});

test('departments and team tags of the list make a roster', async () => {
	const byTeam = { kind: 'team-by-departments', departments: ['Wheel Team'] };
	const wheel = [{ id: 'wheel', title: 'Wheel', ...byTeam }];
	await using server = await start(people, { rosters: wheel });
	expect(await server.pull()).toMatchObject({
		team: { rows: [{ name: 'Ada Example' }, { name: 'New Vacancy - Engineer' }] },
	});
});

describe('nobody', () => {
	const nobody = [{ slug: 'ada', name: 'Ada Example', role: 'Designer' }];

	test('is an answer where there was nobody before', async () => {
		await using server = await start(nobody);
		expect(await server.pull()).toMatchObject({ team: { rows: [], mayBeEmpty: true } });
		await using again = await start(nobody, { lastGood: aSnapshot() });
		expect(await again.pull()).toMatchObject({ team: { rows: [], mayBeEmpty: true } });
	});

	test('is in doubt where there was somebody', async () => {
		const lastGood = aSnapshot({ rows: { team: [aRosterRow()] } });
		await using server = await start(nobody, { lastGood });
		expect(await server.pull()).toMatchObject({ team: { rows: [], mayBeEmpty: false } });
	});
});

test('a list that is none fails with its address', async () => {
	await using server = await start({ people });
	await expect(server.pull()).rejects.toThrow(`${server.url}/team.yml has no list of people`);
});
