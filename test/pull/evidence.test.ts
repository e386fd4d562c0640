import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#core/base/dates.ts';
import { findEndpoints } from '#core/consumers/endpoints/api-uses.ts';
import { callsHistory, readHistory } from '#store/history.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { keepHistory } from '../../scripts/keep-history.ts';
import { takeSnapshot, type TakeOptions } from '../../scripts/take-snapshot.ts';
import { headOf } from '../gitlab/entities/commit-entity.ts';
import { planted } from '../gitlab/planted.ts';
import { teamPath } from '../gitlab/team-file.ts';
import { Checkout, registry, today } from './checkout.ts';

const [consumer] = registry.consumers.map(({ path }) => path);

/** A pull of everything in this process, some days after the first. */
async function pull(
	{ root, gitlab }: Checkout,
	days = 0,
	requester: TakeOptions['requester'] = {},
) {
	const day = addDays(today, days);
	const { report, snapshot } = await takeSnapshot({
		root,
		environment: {},
		registry,
		url: gitlab.url,
		// The same for every server: a first pull is one for all tests.
		source: registry.site.instance,
		teamUrl: `${gitlab.url}${teamPath}`,
		teamSource: registry.team.source,
		token: planted.token,
		now: `${day}T00:00:00Z`,
		sample: false,
		requester: { backoffMs: 1, ...requester },
	});
	const row = snapshot!.rows.evidence.find(({ path }) => path === consumer)!;
	return { snapshot: snapshot!, row, reading: row.reading!, requests: report.requests };
}

let first: Awaited<ReturnType<typeof pull>>;
beforeAll(async () => {
	await using checkout = await Checkout.create();
	first = await pull(checkout);
});

/** As after the first pull. */
async function createPulled(): Promise<Checkout> {
	const checkout = await Checkout.create();
	await writeSnapshot(checkout.root, first.snapshot);
	return checkout;
}

function theConsumer({ gitlab }: Checkout) {
	return gitlab.world.projects.find(({ path }) => path === consumer)!;
}

/** A new commit with one more call, some hours before the day of the next pull. */
function commit(checkout: Checkout, days: number): void {
	const project = theConsumer(checkout);
	const [file, text] = Object.entries(project.files).find(([path]) => path.endsWith('/run.go'))!;
	project.files = {
		...project.files,
		[file.replace('run.go', 'more.go')]: text.replace(/\.\w+\(gitlab/, '.SampleLaterMethod(gitlab'),
	};
	project.lastActivityAt = `${addDays(today, days - 1)}T08:00:00.000Z`;
}

const archivesAsked = ({ gitlab }: Checkout) =>
	gitlab.requests.splice(0).filter(({ path }) => path.includes('/archive.tar.gz')).length;
const unmapped = ({ uses }: { uses: Parameters<typeof findEndpoints>[0][] }) =>
	uses.filter((use) => findEndpoints(use, registry.api).length === 0).map(({ name }) => name);

describe.concurrent('a pull', () => {
	test('reads what every consumer calls, and again only what has a new commit', async () => {
		await using checkout = await Checkout.create();
		const first = await pull(checkout);
		expect(first.snapshot.rows.evidence.map(({ path, trouble }) => ({ path, trouble }))).toEqual(
			registry.consumers.map(({ path }) => ({ path, trouble: null })),
		);
		expect(first.reading.commit).toBe(headOf(theConsumer(checkout)));
		expect(first.reading.uses.length).toBeGreaterThan(5);
		expect(first.snapshot.rows.libraries[0]?.latest?.tag).toMatch(/^v\d/);
		expect(first.snapshot.rows.surface.length).toBeGreaterThan(registry.api.endpoints.length);
		// Of the documentation: its newest commit, all pages at once, and the OpenAPI description.
		expect(first.requests).toMatchObject({ evidence: 4, libraries: 1, surface: 3 });
		expect(archivesAsked(checkout)).toBe(2);

		const second = await pull(checkout, 1);
		expect(second.requests).toMatchObject({ evidence: 0, libraries: 1, surface: 1 });
		expect(second.snapshot.rows).toEqual(first.snapshot.rows);

		commit(checkout, 2);
		const third = await pull(checkout, 2);
		expect(third.requests).toMatchObject({ evidence: 2 });
		expect(archivesAsked(checkout)).toBe(1);
		expect(unmapped(third.reading)).toHaveLength(unmapped(first.reading).length + 1);
		expect(third.reading.readAt).toBe(third.snapshot.about.pulledAt);
	});

	test('keeps what was called on its day, when it was got', async () => {
		await using checkout = await createPulled();
		expect(await keepHistory(checkout.root, registry, first.snapshot)).toContain('calls');
		// Nobody knows then which consumers strangers see.
		checkout.gitlab.fault(/\/groups\/tea\/projects|\/projects\/tea/, { status: 400 });
		const second = await pull(checkout, 1);
		expect(second.snapshot.about.lists.evidence.state).toBe('stale');
		expect(await keepHistory(checkout.root, registry, second.snapshot)).not.toContain('calls');
		const { days } = await readHistory(checkout.root, callsHistory);
		expect(days).toEqual([expect.objectContaining({ day: today, sample: false })]);
		expect(days[0]!.consumers).toMatchObject({
			[consumer!]: { commit: first.reading.commit, partial: false, unmapped: [] },
		});
	});

	const tooMany = { message: { error: 'This endpoint has been requested too many times.' } };
	test.each([
		{ why: 'cut off', fault: 'short' as const, says: /cut off or damaged/ },
		{ why: 'broken off', fault: 'cut' as const, says: /broke off/ },
		{ why: 'refused', fault: { status: 406 }, says: /answered 406/ },
		{ why: 'limited', fault: { status: 429, body: tooMany }, says: /answered 429/ },
		{
			why: 'too large',
			fault: undefined,
			requester: { archive: { maxBytes: 1000 } },
			says: /larger than 1000 bytes/,
		},
		{
			why: 'slow',
			fault: 'stall' as const,
			requester: { archive: { idleTimeoutMs: 200 } },
			says: /no byte came for 0\.2 s/,
		},
	])('leaves the last good reading where an archive is $why', async (one) => {
		await using checkout = await createPulled();
		commit(checkout, 1);
		if (one.fault !== undefined) checkout.gitlab.fault(/\/archive/, one.fault);
		const second = await pull(checkout, 1, one.requester);
		expect(second.reading).toEqual(first.reading);
		expect(second.row.trouble).toMatch(one.says);
		expect(second.snapshot.about.lists.evidence.state).toBe('fresh');
		// It is no reason for any other list to fail.
		expect(second.snapshot.about.lists.projects.state).toBe('fresh');
	});

	test('reads likely files where there is nothing but a refused archive', async () => {
		await using checkout = await Checkout.create();
		checkout.gitlab.fault(/\/archive/, { status: 406 });
		const { reading, row } = await pull(checkout);
		expect(reading).toMatchObject({ way: 'files', commit: headOf(theConsumer(checkout)) });
		expect(reading.partial).toMatch(/^We only read files/);
		expect(reading.uses.length).toBeGreaterThan(5);
		expect(row.trouble).toMatch(/answered 406/);
		expect(checkout.gitlab.requests.length).toBeLessThanOrEqual(300);
	});

	test('forgets a consumer that strangers see no more, and one that hides its code', async () => {
		await using checkout = await createPulled();
		theConsumer(checkout).visibility = 'private';
		const hiding = checkout.gitlab.world.projects.find(
			({ path }) => path === registry.consumers[1]!.path,
		)!;
		hiding.hidden = ['repository'];
		const { snapshot } = await pull(checkout, 1);
		expect(snapshot.rows.evidence.map(({ reading }) => reading)).toEqual([null, null]);
		expect(snapshot.about.lists.evidence).toMatchObject({ state: 'fresh', rows: 2 });
	});

	test('keeps the documentation as it was when a part of it is gone', async () => {
		await using checkout = await createPulled();
		const { project, pages } = registry.api.surface;
		const docs = checkout.gitlab.world.projects.find(({ path }) => path === project)!;
		docs.files = { ...docs.files, [pages[0]!]: '# This page has moved\n' };
		const { snapshot } = await pull(checkout, 1);
		expect(snapshot.rows.surface).toEqual(first.snapshot.rows.surface);
		expect(snapshot.about.lists.surface).toMatchObject({
			state: 'stale',
			reason: expect.stringContaining(pages[0]!) as string,
		});
		expect(snapshot.about.surfaceFor).toEqual(first.snapshot.about.surfaceFor);
	});
});
