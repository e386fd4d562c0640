import { describe, expect, test } from 'vitest';
import { findOnboardingDrift } from '#core/findings/onboarding-drift.ts';
import { citedByStep } from '#core/onboarding/step-target.ts';
import type { StepTarget } from '#model/onboarding.ts';
import { ListState } from '#model/snapshot.ts';
import type { z } from 'zod';
import {
	aDeclaredConsumer,
	aDeclaredGroup,
	aDeclaredProject,
	aGroup,
	anOnboarding,
	aProject,
	aRegistry,
	aSnapshot,
	pulledAt,
	someFacts,
	source,
} from '../../../builders.ts';

const path = 'example/tools/widget';
const here = { project: path };
const registry = aRegistry({
	projects: [aDeclaredProject({ path, earlierPaths: ['example/old/widget'] })],
	consumers: [aDeclaredConsumer({ path: 'example/cli' })],
	people: [aDeclaredGroup({ path: 'example/reviewers' })],
});
const rows = { projects: [aProject({ path })], consumers: [], groups: [aGroup()] };
const moved = aProject({ path, facts: someFacts({ path: 'example/new' }) });
const archived = aProject({ path, facts: someFacts({ path, archived: true }) });
const stale = {
	state: 'stale',
	rows: 1,
	pulledAt: '2026-11-20T08:30:00Z',
	reason: 'Down.',
} as const;
const withGap = (keptFrom: string | null) =>
	ListState.parse({
		...{ state: 'fresh', rows: 1, pulledAt, partial: 'GitLab was down.' },
		keptFrom: { 'example/reviewers': keptFrom },
	});
const unanswered = aProject({
	path,
	facts: someFacts({
		path,
		unanswered: [{ part: 'project', keptFrom: stale.pulledAt, why: 'GitLab was down.' }],
	}),
});
const doomed = aProject({ path, facts: someFacts({ path: `${path}-deletion_scheduled-7` }) });
const missing = { state: 'missing', reason: 'GitLab was down.' } as const;

interface Case {
	why: string;
	target: z.input<typeof StepTarget>;
	snapshot?: Parameters<typeof aSnapshot>[0];
	is: object;
}

const targetOf = (target: z.input<typeof StepTarget>) => anOnboarding(target).steps[0]!.target;

test.each<Case>([
	{ why: 'a project in its place', target: here, is: { state: 'fine' } },
	{
		why: 'a project that GitLab has moved',
		target: here,
		snapshot: { rows: { ...rows, projects: [moved] } },
		is: { state: 'moved', path, to: 'example/new' },
	},
	{
		why: 'a project by an earlier path of the registry',
		target: { project: 'Example/old/widget' },
		is: { state: 'moved', to: path },
	},
	{
		why: 'a project that was archived',
		target: here,
		snapshot: { rows: { ...rows, projects: [archived] } },
		is: { state: 'archived', declared: false },
	},
	{
		why: 'a project that GitLab does not show',
		target: here,
		snapshot: { rows: { ...rows, projects: [aProject({ path, answer: 'missing-or-private' })] } },
		is: { state: 'gone', path },
	},
	{
		why: 'a project that is to be deleted',
		target: here,
		snapshot: { rows: { ...rows, projects: [doomed] } },
		is: { state: 'gone', path, isToBeDeleted: true },
	},
	{
		why: 'a project of an old list',
		target: here,
		snapshot: { rows, lists: { projects: stale } },
		is: { state: 'unchecked', pulledAt: stale.pulledAt },
	},
	{
		why: 'a project of an old list that had moved before',
		target: here,
		snapshot: { rows: { ...rows, projects: [moved] }, lists: { projects: stale } },
		is: { state: 'moved', to: 'example/new' },
	},
	{
		why: 'a project of a list that was never pulled',
		target: here,
		snapshot: { lists: { projects: missing } },
		is: { state: 'unchecked', pulledAt: null, reason: missing.reason },
	},
	{
		why: 'a consumer that was not pulled yet',
		target: { project: 'example/cli' },
		is: { state: 'unchecked', pulledAt: null },
	},
	{
		why: 'a page of a project, in a link to GitLab',
		target: { link: `${source}/${path}/-/blob/main/README.md#top` },
		snapshot: { rows: { ...rows, projects: [moved] } },
		is: { state: 'moved', to: 'example/new' },
	},
	{
		why: 'a page that this site has for a project',
		target: { page: `/projects/${path}/` },
		snapshot: { rows: { ...rows, projects: [moved] } },
		is: { state: 'moved', to: 'example/new' },
	},
	{ why: 'a group that is public', target: { group: 'example/reviewers' }, is: { state: 'fine' } },
	{
		why: 'a group that is hidden',
		target: { group: 'example/reviewers' },
		snapshot: { rows: { ...rows, groups: [aGroup({ visible: false })] } },
		is: { state: 'gone', path: 'example/reviewers' },
	},
	{
		why: 'a group that GitLab failed to answer for',
		target: { group: 'example/reviewers' },
		snapshot: { rows, lists: { groups: withGap(stale.pulledAt) } },
		is: { state: 'unchecked', pulledAt: stale.pulledAt },
	},
	{
		why: 'a group that GitLab never answered for',
		target: { group: 'example/reviewers' },
		snapshot: { rows: { ...rows, groups: [] }, lists: { groups: withGap(null) } },
		is: { state: 'unchecked', pulledAt: null, reason: 'GitLab was down.' },
	},
	{
		why: 'a project that GitLab failed to answer for',
		target: here,
		snapshot: { rows: { ...rows, projects: [unanswered] } },
		is: { state: 'unchecked', pulledAt: stale.pulledAt },
	},
	{ why: 'a project of others', target: { project: 'other/one' }, is: { state: 'unasked' } },
	{ why: 'a page of prose', target: { page: '/work/' }, is: { state: 'unasked' } },
	{
		why: 'another host',
		target: { link: 'https://docs.example.org/a/b' },
		is: { state: 'unasked' },
	},
	{ why: 'a group of others', target: { group: 'other' }, is: { state: 'unasked' } },
])('$why is what GitLab says of it', ({ target, snapshot = { rows }, is }) => {
	expect(citedByStep(targetOf(target), registry, aSnapshot(snapshot))).toMatchObject(is);
});

describe('a finding', () => {
	const onboarding = anOnboarding(here, { page: '/work/' }, { link: `${source}/${path}` });
	const findingsFor = (snapshot: Parameters<typeof aSnapshot>[0]) =>
		findOnboardingDrift({ ...registry, onboarding }, aSnapshot(snapshot));

	test('names the line of each step whose project has moved, and of no other', () => {
		expect(findingsFor({ rows: { ...rows, projects: [moved] } })).toMatchObject([
			{ key: 'step-1', level: 'broken', place: { line: 2 } },
			{ key: 'step-3', level: 'broken', place: { line: 12 } },
		]);
	});

	test('is none while all is in its place, or nobody knows', () => {
		expect(findingsFor({ rows })).toEqual([]);
		expect(findingsFor({ lists: { projects: missing } })).toEqual([]);
	});

	test('is none without steps', () => {
		const none = { ...registry, onboarding: undefined };
		expect(findOnboardingDrift(none, aSnapshot({ rows: { projects: [moved] } }))).toEqual([]);
	});
});
