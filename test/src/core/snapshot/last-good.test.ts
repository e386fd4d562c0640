import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSnapshot, type Outcomes, type Pull } from '#core/snapshot/last-good.ts';
import { GroupPath } from '#model/identifiers.ts';
import {
	listNames,
	lists,
	mapLists,
	usedLists,
	type ListName,
	type Snapshot,
} from '#model/snapshot.ts';
import {
	aCommit,
	aDocumentedEndpoint,
	aGroup,
	aMember,
	aMilestone,
	anAnsweredIssue,
	anIssue,
	aPlanningIssue,
	aProject,
	aProjectPath,
	aRosterRow,
	aSnapshot,
	pulledAt as before,
	source,
	teamSource,
	aGroupProject,
	anAccess,
	evidenceOf,
} from '../../../builders.ts';

const now = '2026-11-24T08:30:00Z';
const pull: Pull = {
	source,
	teamSource,
	filesFor: { 'tool now': 'f00' },
	pulledAt: now,
	sample: false,
	acceptShrunk: false,
};
const fullRows = {
	projects: [aProject()],
	consumers: [aProject({ path: 'example/cli' })],
	evidence: [evidenceOf()],
	libraries: [{ client: 'car-go', project: aProjectPath('example/car-go'), latest: null }],
	surface: [aDocumentedEndpoint()],
	'group-projects': [aGroupProject()],
	access: [anAccess()],
	milestones: [aMilestone()],
	issues: [anIssue({ iid: 1 }), anIssue({ iid: 2 }), anIssue({ iid: 3 })],
	'former-issues': [{ ...anIssue({ iid: 8, milestone: null }), formerMilestone: '19.7' }],
	candidates: [anIssue({ iid: 9 })],
	'planning-issues': [aPlanningIssue()],
	'roadmap-issues': [anIssue({ iid: 31 })],
	'good-first-issues': [anIssue({ iid: 10, labels: ['easy'] })],
	named: [{ kind: 'label' as const, place: 'example', name: 'easy', exists: true }],
	groups: [aGroup()],
	members: [aMember()],
	team: [aRosterRow()],
	answers: [anAnsweredIssue()],
};
const previous = aSnapshot({ rows: fullRows });
const sample = aSnapshot({ about: { sample: true }, rows: fullRows });
const failed = { kind: 'failed', reason: 'GitLab answered 503.' } as const;
const isPrivate = { kind: 'hidden', reason: 'GET /x answered 404.' } as const;
const impossible = { kind: 'impossible', reason: 'It needs a token.' } as const;
const gotIssues: Outcomes = {
	issues: { kind: 'rows', rows: [anIssue({ iid: 4 }), anIssue({ iid: 2 })] },
};
/** Another server answers so, or a GitLab that shows nothing to strangers. */
const nothingVisible: Outcomes = {
	projects: { kind: 'rows', rows: [aProject({ answer: 'missing-or-private' })] },
	evidence: { kind: 'rows', rows: [evidenceOf({ reading: null, trouble: 'Not shown.' })] },
	libraries: { kind: 'rows', rows: fullRows.libraries },
	milestones: failed,
	groups: { kind: 'rows', rows: [aGroup({ visible: false, name: null, webUrl: null })] },
	members: { kind: 'rows', rows: [], mayBeEmpty: true },
};
const failAll = Object.fromEntries(listNames.map((list) => [list, failed])) as Outcomes;

const stateOf = (snapshot: Snapshot | undefined, list: ListName) => snapshot?.about.lists[list];

describe('a list that was got', () => {
	const next = nextSnapshot(previous, gotIssues, pull);

	test('is fresh, whole, sorted and dated by the pull', () => {
		expect(stateOf(next, 'issues')).toEqual({
			state: 'fresh',
			rows: 2,
			rowsBefore: 3,
			pulledAt: now,
		});
		expect(next?.rows.issues.map(({ iid }) => iid)).toEqual([2, 4]);
	});

	test('leaves the lists that were not asked for as they were', () => {
		expect(stateOf(next, 'milestones')).toEqual(stateOf(previous, 'milestones'));
		expect(next?.rows.milestones).toEqual(previous.rows.milestones);
	});

	test('gives the snapshot the date of the pull', () => {
		expect(next?.about).toMatchObject({ pulledAt: now, source, sample: false });
	});

	test('notes the requests of what was asked for, beside those of earlier pulls', () => {
		const requests = mapLists<Record<ListName, number>>(() => 7);
		const about = { requests: { milestones: 2, issues: 5 } };
		const before = aSnapshot({ about, rows: fullRows });
		const after = nextSnapshot(before, gotIssues, { ...pull, requests });
		expect(after?.about.requests).toEqual({ milestones: 2, issues: 7 });
	});

	test('leaves the previous snapshot untouched', () => {
		expect(previous).toEqual(aSnapshot({ rows: fullRows }));
	});
});

describe('a list that was not got', () => {
	test.each([failed, impossible])(
		'keeps the last good rows with their own date: $reason',
		(outcome) => {
			const next = nextSnapshot(previous, { issues: outcome }, pull);
			const { reason } = outcome;
			expect(stateOf(next, 'issues')).toEqual({
				state: 'stale',
				rows: 3,
				pulledAt: before,
				reason,
			});
			expect(next?.rows.issues).toEqual(previous.rows.issues);
		},
	);

	test('keeps the date of the last good rows also when it fails again', () => {
		const once = nextSnapshot(previous, { issues: failed }, pull);
		const twice = nextSnapshot(
			once,
			{ issues: impossible },
			{ ...pull, pulledAt: '2026-11-25T08:30:00Z' },
		);
		expect(stateOf(twice, 'issues')).toMatchObject({ pulledAt: before, reason: impossible.reason });
	});

	test('is missing, without rows, when strangers do not see any more what was asked for', () => {
		const reason = 'GET /groups/x answered 404: "404 Group Not Found".';
		const hidden = { ...isPrivate, reason };
		const outcomes = { issues: hidden, candidates: failed };
		const next = nextSnapshot(previous, outcomes, pull);
		expect(stateOf(next, 'issues')).toEqual({ state: 'missing', hidden: true, reason });
		expect(next?.rows.issues).toEqual([]);
		expect(stateOf(nextSnapshot(next, { issues: failed }, pull), 'issues')).toEqual(
			stateOf(next, 'issues'),
		);
		expect(next?.rows.candidates).toEqual(previous.rows.candidates);
	});

	test('is missing when it never was got', () => {
		const lists = { members: { state: 'missing', reason: 'It needs a token.' } } as const;
		const next = nextSnapshot(aSnapshot({ lists }), { members: failed }, pull);
		expect(stateOf(next, 'members')).toEqual({ state: 'missing', reason: failed.reason });
	});

	test('never loses a row, whatever else comes', () => {
		const outcome = fc.constantFrom('failed', 'impossible', 'empty', 'not asked');
		const lengths = { minLength: listNames.length, maxLength: listNames.length };
		fc.assert(
			fc.property(fc.array(outcome, lengths), (kinds) => {
				const outcomes = Object.fromEntries(
					listNames.flatMap((list, index) => {
						const kind = kinds[index];
						if (kind === 'not asked') return [];
						return [
							[list, kind === 'empty' ? { kind: 'rows', rows: [] } : { kind, reason: 'No.' }],
						];
					}),
				) as Outcomes;
				const next = nextSnapshot(previous, outcomes, pull);
				expect(next?.rows).toEqual(previous.rows);
				for (const list of listNames)
					expect(stateOf(next, list)).toMatchObject({ pulledAt: before });
			}),
		);
	});
});

test('what was looked for in files changes for the lists that were got alone', () => {
	const outcomes: Outcomes = {
		projects: { kind: 'rows', rows: [aProject()] },
		consumers: failed,
	};
	const filesFor = nextSnapshot(previous, outcomes, pull)?.about.filesFor;
	expect(filesFor).toEqual({
		projects: pull.filesFor,
		consumers: previous.about.filesFor.consumers,
	});
	expect(nextSnapshot(undefined, gotIssues, pull)?.about.filesFor.projects).toBeNull();
});

describe('the groups whose projects were asked for', () => {
	const group = (path: string) => GroupPath.parse(path);
	const listed = (name: string, visible = true) => ({ group: group(`example/${name}`), visible });
	const rowsOf = (name: string, ids: readonly number[]) =>
		ids.map((id) =>
			aGroupProject({ path: `example/${name}/p${String(id)}`, group: `example/${name}`, id }),
		);
	const of = (
		listedGroups: ReturnType<typeof listed>[],
		rows: ReturnType<typeof rowsOf>,
	): Outcomes => ({ 'group-projects': { kind: 'rows', rows, listedGroups } });
	const before = nextSnapshot(
		undefined,
		of(
			[listed('tools'), listed('fleet')],
			[...rowsOf('tools', [1, 2]), ...rowsOf('fleet', [3, 4, 5])],
		),
		pull,
	);

	test('are kept with the list, sorted', () => {
		expect(before?.about.listedGroups).toEqual([listed('fleet'), listed('tools')]);
	});

	test('stay while the list is stale or was not asked for', () => {
		for (const outcomes of [{ 'group-projects': failed }, gotIssues]) {
			const next = nextSnapshot(before, outcomes, pull);
			expect(next?.about.listedGroups).toEqual(before?.about.listedGroups);
		}
	});
});

describe('what the documentation of the API was read from', () => {
	const surfaceFor = { commit: aCommit, lookedFor: 'f00' };
	const rows = [aDocumentedEndpoint()];
	const got = nextSnapshot(undefined, { surface: { kind: 'rows', rows, surfaceFor } }, pull);

	test('is kept with the list', () => {
		expect(got?.about.surfaceFor).toEqual(surfaceFor);
		expect(nextSnapshot(undefined, gotIssues, pull)?.about.surfaceFor).toBeNull();
	});

	test('goes with the list when strangers do not see it any more, so that it is read again later', () => {
		expect(
			nextSnapshot(got, { surface: isPrivate, ...gotIssues }, pull)?.about.surfaceFor,
		).toBeNull();
	});

	test('stays while the list is stale, was held back or was not asked for', () => {
		const other = { commit: aCommit.toUpperCase(), lookedFor: 'bar' };
		const heldBack = { surface: { kind: 'rows', rows: [], surfaceFor: other } } as const;
		for (const outcomes of [{ surface: failed }, heldBack, gotIssues]) {
			expect(nextSnapshot(got, outcomes, pull)?.about.surfaceFor).toEqual(surfaceFor);
		}
	});
});

describe('a list that shrank', () => {
	const one: Outcomes = { issues: { kind: 'rows', rows: [anIssue({ iid: 9 })] } };

	test('is held back: the last good rows stay, and the reason says what to do', () => {
		const next = nextSnapshot(previous, one, pull);
		expect(stateOf(next, 'issues')).toMatchObject({
			state: 'stale',
			pulledAt: before,
			reason: expect.stringContaining('--accept-shrunk') as string,
		});
		expect(next?.rows.issues).toHaveLength(3);
	});

	test('keeps nothing that GitLab says it does not show any more, and expects it no more', () => {
		const rows = previous.rows.issues;
		const goneOf = (count: number) => new Set(rows.slice(0, count).map(lists.issues.id));
		const heldBack = nextSnapshot(
			previous,
			{ issues: { kind: 'rows', rows: [], gone: goneOf(2) } },
			pull,
		);
		expect(stateOf(heldBack, 'issues')).toMatchObject({ state: 'stale', rows: 1 });
		expect(heldBack?.rows.issues).toEqual(rows.slice(2));
		const taken = nextSnapshot(
			previous,
			{ issues: { kind: 'rows', rows: rows.slice(2), gone: goneOf(2) } },
			pull,
		);
		expect(stateOf(taken, 'issues')).toMatchObject({ state: 'fresh', rows: 1 });
	});

	test('is taken when whoever pulls accepts it', () => {
		const next = nextSnapshot(previous, one, { ...pull, acceptShrunk: true });
		expect(stateOf(next, 'issues')).toMatchObject({ state: 'fresh', rows: 1 });
	});

	const rowsOf = (lists: readonly ListName[]) =>
		Object.fromEntries(
			lists.map((list) => [list, { kind: 'rows', rows: fullRows[list], mayShrink: true }]),
		) as Outcomes;
	test.each<{ list: ListName; others: ListName[] }>([
		{ list: 'issues', others: ['former-issues'] },
		{ list: 'milestones', others: ['issues', 'former-issues', 'candidates', 'planning-issues'] },
	])('$list hold back what was asked for by them: $others', ({ list, others }) => {
		const plan = [
			'milestones',
			'issues',
			'former-issues',
			'candidates',
			'planning-issues',
		] as const;
		const shrunk = { ...rowsOf(plan), [list]: { kind: 'rows', rows: [] } };
		const next = nextSnapshot(previous, shrunk, pull);
		for (const held of [list, ...others]) {
			expect(stateOf(next, held)).toMatchObject({ state: 'stale', pulledAt: before });
			expect(next?.rows[held]).toEqual(fullRows[held]);
		}
		for (const free of plan.filter((one) => one !== list && !others.includes(one))) {
			expect(stateOf(next, free)).toMatchObject({ state: 'fresh' });
		}
		const accepted = nextSnapshot(previous, shrunk, { ...pull, acceptShrunk: true });
		for (const one of plan) expect(stateOf(accepted, one)).toMatchObject({ state: 'fresh' });
	});

	test('holds back who was answered, too: those whom the team has lost would ask from outside', () => {
		const known = nextSnapshot(undefined, rowsOf(['team', 'answers', 'groups']), pull);
		const outcomes = { ...rowsOf(['answers']), team: { kind: 'rows' as const, rows: [] } };
		const next = nextSnapshot(known, outcomes, pull);
		for (const list of ['team', 'answers'] as const) {
			expect(stateOf(next, list)).toMatchObject({ state: 'stale' });
		}
	});

	test('holds nothing back when it failed: others were asked for by what was known', () => {
		const next = nextSnapshot(previous, { ...rowsOf(['issues']), milestones: failed }, pull);
		expect(stateOf(next, 'issues')).toMatchObject({ state: 'fresh' });
	});

	test.each<{ list: ListName; other: ListName; outcome: Outcomes[ListName]; why: string }>([
		{ list: 'projects', other: 'access', outcome: failed, why: "couldn't be pulled" },
		{ list: 'milestones', other: 'issues', outcome: failed, why: "couldn't be pulled" },
		{ list: 'milestones', other: 'issues', outcome: isPrivate, why: "aren't public" },
	])('takes along what rests on it when it $why and never was got: $list, $other', (given) => {
		const { list, other, outcome, why } = given;
		const outcomes = { ...rowsOf([other, 'groups']), [list]: outcome };
		const next = nextSnapshot(undefined, outcomes, pull);
		expect(stateOf(next, other)).toEqual({
			state: 'missing',
			reason: `It goes with the ${list}, which ${why}.`,
		});
		expect(next?.rows[other]).toEqual([]);
		const alone = nextSnapshot(next, rowsOf([other]), pull);
		expect(stateOf(alone, other), 'asked for alone').toMatchObject({ state: 'fresh' });
	});

	test('is missing when it is empty and never was got', () => {
		const outcomes: Outcomes = {
			projects: { kind: 'rows', rows: fullRows.projects },
			milestones: { kind: 'rows', rows: [] },
		};
		expect(stateOf(nextSnapshot(undefined, outcomes, pull), 'milestones')?.state).toBe('missing');
	});

	test('is taken when it may be empty', () => {
		const outcomes: Outcomes = { members: { kind: 'rows', rows: [], mayBeEmpty: true } };
		expect(stateOf(nextSnapshot(previous, outcomes, pull), 'members')).toMatchObject({
			state: 'fresh',
			rows: 0,
		});
	});
});

test('a list that may shrink is taken with few rows, and with none', () => {
	const candidates = Array.from({ length: 5 }, (_, index) => anIssue({ iid: index + 1 }));
	const before = aSnapshot({ rows: { candidates } });
	for (const rows of [candidates.slice(0, 1), []]) {
		const outcomes: Outcomes = { candidates: { kind: 'rows', rows, mayShrink: true } };
		expect(stateOf(nextSnapshot(before, outcomes, pull), 'candidates')).toMatchObject({
			state: 'fresh',
			rows: rows.length,
		});
	}
});

describe('a first pull', () => {
	test('that gets a list makes a snapshot in which the rest is missing', () => {
		const next = nextSnapshot(undefined, { ...gotIssues, groups: failed }, pull);
		expect(stateOf(next, 'issues')?.state).toBe('fresh');
		expect(stateOf(next, 'groups')).toEqual({ state: 'missing', reason: failed.reason });
		expect(stateOf(next, 'projects')).toEqual({
			state: 'missing',
			reason: 'Not pulled yet. Run npm run pull without --only.',
			forReaders: 'Not pulled yet.',
		});
	});

	test.each<{ outcomes: Outcomes; why: string }>([
		{ outcomes: failAll, why: 'all failed' },
		{ outcomes: { issues: { kind: 'rows', rows: [] } }, why: 'it came empty' },
		{ outcomes: {}, why: 'nothing was asked' },
		{ outcomes: nothingVisible, why: 'GitLab shows nothing of what was asked for' },
	])('that gets nothing makes none: $why', ({ outcomes }) => {
		expect(nextSnapshot(undefined, outcomes, pull)).toBeUndefined();
	});
});

describe('a registry that declares nothing to pull', () => {
	const none = { kind: 'not-configured' } as const;
	const nothing: Outcomes = Object.fromEntries(listNames.map((list) => [list, none]));

	test.each([undefined, sample])('has a snapshot, and no sample', (before) => {
		const next = nextSnapshot(before, nothing, pull);
		expect(next?.about.sample).toBe(false);
		expect(next && usedLists(next.about)).toEqual([]);
	});

	test('but for a roster has one with it', () => {
		const rows = [aRosterRow()];
		const next = nextSnapshot(sample, { ...nothing, team: { kind: 'rows', rows } }, pull);
		expect(next?.rows.team).toEqual(rows);
	});

	test('is not known by one of its lists', () => {
		expect(nextSnapshot(sample, { members: { kind: 'not-configured' } }, pull)).toBeUndefined();
	});
});

describe('a sample', () => {
	test('is left as it is when nothing is got', () => {
		expect(nextSnapshot(sample, failAll, pull)).toBeUndefined();
	});

	test('is left as it is when nothing that was asked for can be seen', () => {
		expect(nextSnapshot(sample, nothingVisible, pull)).toBeUndefined();
		const next = nextSnapshot(sample, nothingVisible, { ...pull, acceptShrunk: true });
		expect(next?.about.sample).toBe(false);
	});

	test('goes away whole with the first list that is got', () => {
		const next = nextSnapshot(sample, { ...gotIssues, groups: failed }, pull);
		expect(next?.about.sample).toBe(false);
		expect(stateOf(next, 'groups')?.state).toBe('missing');
		const others = listNames.filter((list) => list !== 'issues');
		for (const list of others) expect(next?.rows[list]).toEqual([]);
	});

	test('is made whole, whatever was there', () => {
		const next = nextSnapshot(previous, gotIssues, { ...pull, sample: true });
		expect(next?.about.sample).toBe(true);
		expect(stateOf(next, 'milestones')?.state).toBe('missing');
	});

	test('does not hold back what is shorter than it', () => {
		const one: Outcomes = { issues: { kind: 'rows', rows: [anIssue()] } };
		expect(stateOf(nextSnapshot(sample, one, pull), 'issues')?.state).toBe('fresh');
	});
});

describe('a snapshot of another instance', () => {
	const elsewhere = { ...pull, source: 'https://other.example.com' };

	test('gives no last good rows', () => {
		const next = nextSnapshot(previous, { ...gotIssues, groups: failed }, elsewhere);
		expect(next?.about.source).toBe(elsewhere.source);
		expect(next?.rows.groups).toEqual([]);
	});

	test('is left as it is when nothing is got', () => {
		expect(nextSnapshot(previous, failAll, elsewhere)).toBeUndefined();
	});
});

test('a pull that gets nothing marks every list of a real snapshot as stale', () => {
	const next = nextSnapshot(previous, failAll, pull);
	expect(next?.about.pulledAt).toBe(now);
	expect(listNames.map((list) => stateOf(next, list)?.state)).toEqual(listNames.map(() => 'stale'));
});

describe('the rosters, which are from a host of their own', () => {
	const gotTeam: Outcomes = { team: { kind: 'rows', rows: [aRosterRow()] } };
	const elsewhere = { ...pull, teamSource: 'https://other.example.com/team.yml' };

	test('keep their last good rows when they alone fail', () => {
		const next = nextSnapshot(previous, { ...gotIssues, team: failed }, pull);
		expect(stateOf(next, 'team')).toMatchObject({ state: 'stale', rows: 1, pulledAt: before });
		expect(stateOf(next, 'issues')?.state).toBe('fresh');
	});

	test('have no last good rows of another list of people', () => {
		const next = nextSnapshot(previous, { team: failed }, elsewhere);
		expect(stateOf(next, 'team')).toEqual({ state: 'missing', reason: failed.reason });
		expect(next?.rows.team).toEqual([]);
		expect(next?.about.teamSource).toBe(elsewhere.teamSource);
		expect(stateOf(next, 'issues')).toEqual(stateOf(previous, 'issues'));
	});

	test('stay, and say where they are from, when they are not asked for', () => {
		const next = nextSnapshot(previous, gotIssues, elsewhere);
		expect(stateOf(next, 'team')).toEqual(stateOf(previous, 'team'));
		expect(next?.about.teamSource).toBe(teamSource);
	});

	test('are not enough to put aside a sample, or to begin, when GitLab failed', () => {
		expect(nextSnapshot(sample, { ...failAll, ...gotTeam }, pull)).toBeUndefined();
		expect(nextSnapshot(undefined, { ...failAll, ...gotTeam }, pull)).toBeUndefined();
	});

	test('are enough when nothing else was asked for', () => {
		expect(stateOf(nextSnapshot(undefined, gotTeam, pull), 'team')?.state).toBe('fresh');
	});
});
