/** One project of each kind, pulled over HTTP and checked: every row has to be right. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '#core/inventory/check.ts';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { findDrift } from '#core/findings/drift.ts';
import type { Answer, CheckId } from '#model/checks.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { takeSnapshot } from '../../scripts/take-snapshot.ts';
import {
	inventoryPaths,
	inventoryRegistry,
	type InventoryRole,
} from '../gitlab/inventory-registry.ts';
import { inventorySecretGroup, inventoryToday, inventoryWorld } from '../gitlab/inventory-world.ts';
import { startGitLab, type GitLabServer } from '../gitlab/server.ts';
import { smallToken } from '../gitlab/small-world.ts';

type DeclaredRole = Exclude<InventoryRole, 'movedTo' | 'undeclared' | 'undeclaredPrivate'>;
type Outcome = Answer | 'not-applicable';

let gitlab: GitLabServer;
let root: string;

beforeAll(async () => {
	gitlab = await startGitLab(inventoryWorld());
	root = await mkdtemp(join(tmpdir(), 'inventory-'));
});
afterAll(async () => {
	await gitlab.close();
	await rm(root, { recursive: true });
});

async function pull(name: string, token: string | undefined): Promise<Snapshot> {
	const { snapshot } = await takeSnapshot({
		root: join(root, name),
		environment: {},
		registry: inventoryRegistry,
		url: gitlab.url,
		source: gitlab.url,
		teamUrl: `${gitlab.url}/team.yml`,
		teamSource: `${gitlab.url}/team.yml`,
		token,
		now: `${inventoryToday}T00:00:00Z`,
		sample: false,
	});
	if (!snapshot) throw new Error('Nothing was pulled.');
	return snapshot;
}

/** What came of each check of a project. */
function outcomesOf(snapshot: Snapshot, role: DeclaredRole): Record<string, Outcome> {
	const { checks, notApplied } = findChecks(snapshot, role);
	return Object.fromEntries<Outcome>([
		...checks.map(({ id, answer }) => [id, answer] as const),
		...notApplied.map(({ id }) => [id, 'not-applicable'] as const),
	]);
}

function findChecks(snapshot: Snapshot, role: DeclaredRole) {
	const checked = checkProjects(inventoryRegistry, snapshot);
	return checked.find(({ declared }) => declared.path === inventoryPaths[role])!;
}

function checkOf(snapshot: Snapshot, role: DeclaredRole, id: CheckId): Check {
	return findChecks(snapshot, role).checks.find((check) => check.id === id)!;
}

/** With a token, in a group that need not be complete, and nothing wrong. */
const allHold = {
	path: 'holds',
	readable: 'holds',
	archived: 'holds',
	listed: 'not-applicable',
	maintainers: 'holds',
	codeowners: 'holds',
	licence: 'holds',
	release: 'holds',
	pipeline: 'holds',
	'tool-go': 'holds',
} as const satisfies Partial<Record<CheckId, Outcome>>;
const none = Object.fromEntries(Object.keys(allHold).map((id) => [id, 'not-applicable'] as const));
const unseen = {
	...allHold,
	...Object.fromEntries(Object.keys(allHold).map((id) => [id, 'unknown'] as const)),
};

const rows: { role: DeclaredRole; differs: Partial<Record<CheckId, Outcome>> }[] = [
	{ role: 'good', differs: { listed: 'holds' } },
	{
		role: 'archived',
		differs: {
			archived: 'broken',
			maintainers: 'not-applicable',
			codeowners: 'not-applicable',
			licence: 'not-applicable',
			release: 'not-applicable',
			pipeline: 'not-applicable',
			'tool-go': 'not-applicable',
		},
	},
	{ role: 'moved', differs: { path: 'broken' } },
	{ role: 'private', differs: { ...unseen, listed: 'not-applicable' } },
	{ role: 'declaredPrivate', differs: { ...unseen, readable: 'holds', listed: 'not-applicable' } },
	{ role: 'otherInstance', differs: none },
	{ role: 'withoutGroup', differs: { maintainers: 'broken' } },
	{ role: 'lesserAccess', differs: { maintainers: 'broken' } },
	{ role: 'throughGroup', differs: {} },
	{ role: 'upcomingFirst', differs: {} },
	{ role: 'tagsOnly', differs: {} },
	{ role: 'withoutVersions', differs: { release: 'not-applicable' } },
	{ role: 'otherLanguage', differs: { 'tool-go': 'not-applicable' } },
	{ role: 'miseOnly', differs: { 'tool-go': 'broken' } },
	{
		role: 'codeHidden',
		// With the code GitLab hides the names of tags and of the default branch.
		differs: {
			codeowners: 'unknown',
			licence: 'unknown',
			release: 'unknown',
			pipeline: 'unknown',
			'tool-go': 'unknown',
		},
	},
	{ role: 'pipelinesHidden', differs: { pipeline: 'unknown' } },
];

describe.each([
	{ graphql: 'on' as const, how: 'by GraphQL where it answers' },
	{ graphql: 'off' as const, how: 'by REST alone' },
	{ graphql: 'refuses' as const, how: 'with a GraphQL that refuses' },
])('pulled $how', ({ graphql }) => {
	let withToken: Snapshot;
	let without: Snapshot;
	/** Where strangers are not told with whom a project is shared. */
	let untold: Snapshot;

	beforeAll(async () => {
		gitlab.world = inventoryWorld({ graphql });
		withToken = await pull(`${graphql}-token`, smallToken);
		without = await pull(graphql, undefined);
		gitlab.world.listings = 'short';
		untold = await pull(`${graphql}-untold`, undefined);
	});

	test('every kind has a row', () => {
		expect(rows.map(({ role }) => inventoryPaths[role]).toSorted()).toEqual(
			inventoryRegistry.projects.map(({ path }) => path),
		);
	});

	test.each(rows)('$role, with a token', ({ role, differs }) => {
		expect(outcomesOf(withToken, role)).toEqual({ ...allHold, ...differs });
	});

	test.each(rows)('$role, without a token', ({ role, differs }) => {
		expect(outcomesOf(without, role)).toEqual({ ...allHold, ...differs });
	});

	test.each(rows)('$role, where strangers are not told: access is unknown', ({ role, differs }) => {
		const expected = { ...allHold, ...differs };
		const maintainers = expected.maintainers === 'not-applicable' ? 'not-applicable' : 'unknown';
		expect(outcomesOf(untold, role)).toEqual({ ...expected, maintainers });
	});

	test('what is unknown names what it would take, and is never called broken', () => {
		expect(checkOf(untold, 'good', 'maintainers').needs).toMatch(/token/i);
		expect(checkOf(withToken, 'pipelinesHidden', 'pipeline').needs).toMatch(/members/);
		expect(checkOf(withToken, 'codeHidden', 'codeowners').needs).toMatch(/code/);
	});

	test('of a project that is declared private, membership is what it takes', () => {
		const { checks } = findChecks(withToken, 'declaredPrivate');
		const needs = checks.flatMap((check) => check.needs ?? []);
		expect(new Set(needs)).toEqual(new Set(['Membership of the project on GitLab.']));
	});

	test.each([
		{ role: 'moved', id: 'path', observed: inventoryPaths.movedTo },
		{ role: 'withoutGroup', id: 'maintainers', observed: "isn't shared with the group" },
		{ role: 'lesserAccess', id: 'maintainers', observed: 'Developer' },
		{ role: 'throughGroup', id: 'maintainers', observed: 'platform/apart' },
		{ role: 'upcomingFirst', id: 'release', observed: 'v1.2.0' },
		{ role: 'tagsOnly', id: 'release', observed: 'v0.10.0' },
		{ role: 'miseOnly', id: 'tool-go', observed: 'mise.toml says Go 1.25.4' },
		{ role: 'good', id: 'codeowners', observed: '.gitlab/CODEOWNERS' },
	] as const)('$id of $role says what was seen: $observed', ({ role, id, observed }) => {
		expect(checkOf(withToken, role, id).observed).toContain(observed);
	});

	test('a project of a complete group that is not declared is a finding, a private one is not', () => {
		const undeclared = findDrift(inventoryRegistry, withToken).flatMap((finding) =>
			finding.rule === 'project-not-declared' ? [finding.project] : [],
		);
		expect(undeclared).toEqual([inventoryPaths.undeclared]);
	});

	test('nothing that strangers cannot see is in the snapshot', async () => {
		const folder = join(root, `${graphql}-token`, 'content/snapshot');
		const texts = await Promise.all(
			(await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
		);
		expect(texts.join('\n')).not.toMatch(
			new RegExp(`${inventoryPaths.undeclaredPrivate}|${inventorySecretGroup}|ada\\.example/`),
		);
	});
});

test('the way in which files are read changes nothing in the snapshot', async () => {
	const texts = await Promise.all(
		['on', 'off', 'refuses'].map((name) =>
			readFile(join(root, name, 'content/snapshot/projects.json'), 'utf8'),
		),
	);
	expect(new Set(texts).size).toBe(1);
});
