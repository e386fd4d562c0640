import { describe, expect, test } from 'vitest';
import { createPullers } from '#gitlab/lists/pullers.ts';
import { createRequester, type RequesterOptions } from '#gitlab/transport/requester.ts';
import type { Api } from '#model/api.ts';
import { ConsumerEvidence } from '#model/evidence.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import { aDeclaredConsumer, anApi, aRegistry, aSnapshot } from '../../../builders.ts';
import { headOf } from '../../../gitlab/entities/commit-entity.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import type { WorldProject } from '../../../gitlab/world.ts';
import { quick } from '../loopback.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const path = 'platform/dealer';
const call = (method: string) => `package dealer

import cars "example.com/car-go/v2"

func Run(client *cars.Client) {
	client.Cars.${method}()
}
`;
const files = {
	'go.mod': 'module example.com/dealer\n\nrequire example.com/car-go/v2 v2.4.0\n',
	'main.go': 'package main\n\nfunc main() {}\n',
	'internal/car/list.go': call('ListCars'),
	'internal/car/list_test.go': call('CrankCar'),
};
const first = '2026-03-04T12:00:00Z';

async function start(change: Partial<WorldProject> = {}) {
	const project = aWorldProject({ path, files: { ...files }, ...change });
	const gitlab = await startSmallGitLab({ projects: [project] });
	const { world } = gitlab.gitlab;
	/** Pulls consumers and their source, as a pull of everything does. */
	const pull = async ({
		lastGood,
		now = first,
		api = anApi(),
		lists = ['consumers', 'evidence'],
		requester = {},
		timeLeft,
	}: {
		lastGood?: Snapshot | undefined;
		now?: IsoInstant;
		api?: Api;
		lists?: ListName[];
		requester?: Partial<RequesterOptions>;
		timeLeft?: number;
	} = {}) => {
		const registry = aRegistry({ consumers: [aDeclaredConsumer({ path })], api });
		const options = { url: gitlab.url, ...quick, backoffMs: 1, ...requester };
		const source = { url: gitlab.url, token: undefined, registry, lastGood, now };
		let requests = 0;
		const asked = createRequester(options);
		const late = { ...asked, timeLeft: () => timeLeft ?? asked.timeLeft() };
		const pullers = createPullers({ ...source, requester: late }, (list) => {
			if (list === 'evidence') requests += 1;
		});
		const outcomes = await Promise.all(lists.map((list) => pullers[list].pull(() => undefined)));
		const { consumers, evidence } = Object.assign({}, ...outcomes) as Record<string, unknown>;
		const rowsOf = <Row>(outcome: unknown) => (outcome as { rows: Row[] } | undefined)?.rows ?? [];
		const rows = {
			consumers: rowsOf<Snapshot['rows']['consumers'][number]>(consumers),
			evidence: rowsOf<ConsumerEvidence>(evidence).map((row) => ConsumerEvidence.parse(row)),
		};
		const state = { state: 'fresh', rows: 1, pulledAt: now } as const;
		const snapshot = aSnapshot({ rows, lists: { consumers: state, evidence: state } });
		return { row: rows.evidence[0], requests, snapshot };
	};
	const changeProject = (more: Partial<WorldProject>) => Object.assign(world.projects[0]!, more);
	return {
		...gitlab,
		[Symbol.asyncDispose]: gitlab[Symbol.asyncDispose],
		pull,
		change: changeProject,
	};
}

const later = (hours: number): IsoInstant =>
	new Date(Date.parse(first) + hours * 3_600_000).toISOString().replace('.000Z', 'Z');
const namesOf = (row: ConsumerEvidence | undefined) => row?.reading?.uses.map(({ name }) => name);

describe('the source of a consumer', () => {
	test('is read from its archive, at the newest commit of its default branch', async () => {
		await using gitlab = await start();
		const { row, requests } = await gitlab.pull();
		expect(row).toEqual({
			path,
			reading: {
				commit: headOf(gitlab.gitlab.world.projects[0]!),
				committedAt: '2026-03-01T08:00:00Z',
				branch: 'main',
				readAt: first,
				way: 'archive',
				partial: null,
				files: 2,
				skipped: { tests: 1, mocks: 0, vendored: 0, generated: 0 },
				lookedFor: expect.stringMatching(/^\w+$/) as string,
				clients: [
					{
						client: 'car-go',
						package: 'example.com/car-go/v2',
						version: 'v2.4.0',
						file: 'go.mod',
						line: 3,
					},
				],
				uses: [
					expect.objectContaining({
						name: 'Cars.ListCars',
						file: 'internal/car/list.go',
						line: 6,
					}),
				],
			},
			trouble: null,
		});
		expect(requests).toBe(2);
	});

	test('is asked for as a stranger', async () => {
		await using gitlab = await start();
		await gitlab.pull();
		expect(gitlab.gitlab.requests.every(({ token }) => token === null)).toBe(true);
	});

	test('is not asked for again when the consumer has not changed', async () => {
		await using gitlab = await start();
		const { snapshot, row } = await gitlab.pull();
		const again = await gitlab.pull({ lastGood: snapshot, now: later(24) });
		expect(again.requests).toBe(0);
		expect(again.row).toEqual(row);
	});

	test('is not read again at the same commit, whatever else has changed', async () => {
		await using gitlab = await start();
		const { snapshot, row } = await gitlab.pull();
		gitlab.change({ lastActivityAt: later(20) });
		const again = await gitlab.pull({ lastGood: snapshot, now: later(24) });
		expect(again.requests).toBe(1);
		expect(again.row).toEqual(row);
	});

	test('is read again at a new commit', async () => {
		await using gitlab = await start();
		const { snapshot } = await gitlab.pull();
		gitlab.change({
			lastActivityAt: later(20),
			files: { ...files, 'internal/car/get.go': call('GetCar') },
		});
		const { row, requests } = await gitlab.pull({ lastGood: snapshot, now: later(24) });
		expect(requests).toBe(2);
		expect(namesOf(row)).toEqual(['Cars.GetCar', 'Cars.ListCars']);
		expect(row?.reading?.readAt).toBe(later(24));
	});

	test('is read again when something else is looked for', async () => {
		await using gitlab = await start();
		const { snapshot } = await gitlab.pull();
		const api = anApi({ endpoints: anApi().endpoints.slice(0, 2) });
		const again = await gitlab.pull({ lastGood: snapshot, now: later(24), api });
		expect(again.requests).toBe(2);
		expect(again.row?.reading?.lookedFor).not.toBe(snapshot.rows.evidence[0]?.reading?.lookedFor);
	});

	test('is asked for when it may have changed before the pull that found the consumer unchanged', async () => {
		await using gitlab = await start();
		const { snapshot } = await gitlab.pull();
		const changed = { ...files, 'internal/car/get.go': call('GetCar') };
		gitlab.change({ lastActivityAt: later(20), files: changed });
		const { snapshot: second } = await gitlab.pull({
			lastGood: snapshot,
			now: later(24),
			lists: ['consumers'],
		});
		// Of that pull the consumers were got, and their source was not.
		const lastGood = aSnapshot({
			rows: { consumers: second.rows.consumers, evidence: snapshot.rows.evidence },
			lists: {
				consumers: { state: 'fresh', rows: 1, pulledAt: later(24) },
				evidence: { state: 'stale', rows: 1, pulledAt: first, reason: 'GitLab answered 503.' },
			},
		});
		const { row } = await gitlab.pull({ lastGood, now: later(48) });
		expect(namesOf(row)).toEqual(['Cars.GetCar', 'Cars.ListCars']);
	});
});

describe('what strangers do not see is not published', () => {
	test('a private consumer has no reading, whatever was read before', async () => {
		await using gitlab = await start();
		const { snapshot } = await gitlab.pull();
		gitlab.change({ visibility: 'private' });
		const { row } = await gitlab.pull({ lastGood: snapshot, now: later(24) });
		expect(row).toEqual({
			path,
			reading: null,
			trouble: "You need to sign in to see it on GitLab, or there's no such project.",
		});
	});

	test('one that hides its code has no reading, whatever was read before', async () => {
		await using gitlab = await start();
		const { snapshot } = await gitlab.pull();
		gitlab.change({ hidden: ['repository'] });
		const { row, requests } = await gitlab.pull({ lastGood: snapshot, now: later(24) });
		expect(row).toEqual({
			path,
			reading: null,
			trouble: 'You need to sign in to see its source on GitLab.',
		});
		expect(requests).toBe(0);
	});

	test('one that is empty has no reading', async () => {
		await using gitlab = await start({ defaultBranch: null, files: {} });
		const { row } = await gitlab.pull();
		expect(row).toEqual({ path, reading: null, trouble: 'Its repository is empty.' });
	});
});

describe('an archive that cannot be read', () => {
	const tooMany = {
		message: { error: 'This endpoint has been requested too many times. Try again later.' },
	};
	const tooSlow = { archive: { totalTimeoutMs: 100, idleTimeoutMs: 60 } };
	const cases = [
		{ why: 'is cut off', fault: 'short' as const, says: /The archive is cut off or damaged\./ },
		{ why: 'breaks off', fault: 'cut' as const, says: /broke off after \d+ bytes/ },
		{
			why: 'stalls',
			fault: 'stall' as const,
			requester: tooSlow,
			says: /no byte came for|took longer than/,
		},
		{ why: 'is refused', fault: { status: 406 }, says: /answered 406/ },
		{ why: 'is forbidden', fault: { status: 403 }, says: /answered 403/ },
		{
			why: 'is asked for too often',
			fault: { status: 429, body: tooMany, headers: { 'retry-after': '60' } },
			says: /answered 429: "This endpoint has been requested too many times/,
		},
		{
			why: 'is too large',
			fault: undefined,
			requester: { archive: { maxBytes: 400 } },
			says: /larger than 400 bytes/,
		},
	];

	test.each(cases)('since it $why leaves the last good reading, and says why', async (one) => {
		await using gitlab = await start();
		const { snapshot } = await gitlab.pull();
		const changed = { ...files, 'internal/car/get.go': call('GetCar') };
		gitlab.change({ lastActivityAt: later(20), files: changed });
		if (one.fault !== undefined) gitlab.gitlab.fault(/\/archive/, one.fault);
		const question = { lastGood: snapshot, now: later(24), requester: one.requester ?? {} };
		const { row, snapshot: second } = await gitlab.pull(question);
		expect(row?.reading).toEqual(snapshot.rows.evidence[0]?.reading);
		const head = headOf(gitlab.gitlab.world.projects[0]!).slice(0, 8);
		expect(row?.trouble).toMatch(
			new RegExp(`^We couldn't read the archive of commit ${head}\\. .*\\.$`),
		);
		expect(row?.trouble).toMatch(one.says);
		// As soon as it can be read, it is, though the consumer has not changed.
		gitlab.gitlab.clearFaults();
		const third = await gitlab.pull({ lastGood: second, now: later(48) });
		expect(third.row?.trouble).toBeNull();
		expect(namesOf(third.row)).toEqual(['Cars.GetCar', 'Cars.ListCars']);
	});

	test.each(cases)(
		'since it $why, where nothing was read before, leaves files that are likely to call',
		async ({ fault, requester = {}, says }) => {
			await using gitlab = await start();
			if (fault !== undefined) gitlab.gitlab.fault(/\/archive/, fault);
			const { row, snapshot } = await gitlab.pull({ requester });
			expect(row?.reading).toMatchObject({
				way: 'files',
				files: 1,
				clients: [{ version: 'v2.4.0' }],
				partial: 'We only read files whose path suggests a call.',
			});
			expect(namesOf(row)).toEqual(['Cars.ListCars']);
			expect(row?.trouble).toMatch(says);
			gitlab.gitlab.clearFaults();
			const again = await gitlab.pull({ lastGood: snapshot, now: later(24) });
			expect(again.row?.reading).toMatchObject({ way: 'archive', partial: null, files: 2 });
		},
	);

	test('leaves nothing where the files cannot be read either, and says so', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/archive/, 406);
		gitlab.refuse(/\/repository\/tree/, 403);
		const { row } = await gitlab.pull();
		expect(row?.reading).toBeNull();
		expect(row?.trouble).toMatch(
			/answered 406.* Nor could its files be read one by one\. .*\/tree\S* answered 403: .*\.$/,
		);
	});

	test('leaves the files that can be read, and says of how many', async () => {
		await using gitlab = await start({
			files: { ...files, 'internal/car/get.go': call('GetCar') },
		});
		gitlab.refuse(/\/archive/, 406);
		gitlab.refuse(/\/files\/internal\/car\/get\.go\/raw/, 403);
		const { row } = await gitlab.pull();
		expect(namesOf(row)).toEqual(['Cars.ListCars']);
		expect(row?.reading?.partial).toContain('We could read 2 of 3 such files.');
	});

	test('leaves files at the newest commit, as long as there is no whole reading', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/archive/, 406);
		const { snapshot } = await gitlab.pull();
		const changed = { ...files, 'internal/car/get.go': call('GetCar') };
		gitlab.change({ lastActivityAt: later(20), files: changed });
		const { row } = await gitlab.pull({ lastGood: snapshot, now: later(24) });
		expect(row?.reading?.commit).toBe(headOf(gitlab.gitlab.world.projects[0]!));
		expect(namesOf(row)).toEqual(['Cars.GetCar', 'Cars.ListCars']);
	});

	test('leaves files that were read at that commit before, without reading them again', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/archive/, 406);
		const { snapshot, row } = await gitlab.pull();
		const again = await gitlab.pull({ lastGood: snapshot, now: later(24) });
		expect(again.row?.reading).toEqual(row?.reading);
		expect(again.row?.trouble).toMatch(/answered 406/);
		expect(again.requests).toBe(2);
	});

	test('takes no more requests for its files than there are', async () => {
		const many = Array.from({ length: 60 }, (_, index) => [
			`internal/car/c${String(index)}.go`,
			call('GetCar'),
		]);
		await using gitlab = await start({ files: Object.fromEntries(many) as typeof files });
		gitlab.refuse(/\/archive/, 406);
		const { row, requests } = await gitlab.pull();
		// Branch, archive and tree.
		expect(requests).toBe(3 + 40);
		expect(row?.reading?.partial).toContain('We could read 40 of 60 such files.');
	});
});

describe('what an archive holds besides', () => {
	test('links and names that lead out are not followed, and make the reading partial', async () => {
		await using gitlab = await start({
			links: { 'internal/car/out.go': '../../../../etc/passwd', 'internal/car/in.go': 'list.go' },
			strayEntries: { '../../outside.go': call('CrankCar') },
		});
		const { row } = await gitlab.pull();
		expect(namesOf(row)).toEqual(['Cars.ListCars']);
		expect(row?.trouble).toBeNull();
		expect(row?.reading?.partial).toBe(
			'2 files of the archive lead out of the project and were not read: outside.go, internal/car/out.go.',
		);
	});

	test('source in another language that names the API makes it partial', async () => {
		const script = 'curl "$CI_API_V4_URL/cars"\n';
		const large = `# gitlab ${'x'.repeat(4 * 1024 * 1024)}\n`;
		await using gitlab = await start({
			files: { ...files, 'bin/list': script, 'bin/large': large },
		});
		const { row } = await gitlab.pull();
		expect(namesOf(row)).toEqual(['Cars.ListCars']);
		expect(row?.reading?.partial).toBe(
			"1 file in languages that we don't search names the API, and may call it: bin/list.",
		);
	});

	test('a generated file and a place that cannot be followed make it partial', async () => {
		await using gitlab = await start({
			files: {
				...files,
				'gen.go':
					'// Code generated by a tool. DO NOT EDIT.\n\npackage a\n\nconst p = "/api/v4/cars"\n',
				'build.go': 'package a\n\nfunc f() {\n\tb.WriteString("/api/v4/cars/")\n}\n',
			},
		});
		const { row } = await gitlab.pull();
		expect(row?.reading?.partial).toBe(
			"1 generated or minified file names the API, and may call it: gen.go. 1 place names the API in a way that we can't follow: build.go:4.",
		);
	});

	test('a file that is too large makes it partial, too, and is tried no more at that commit', async () => {
		const large = `package car // ${'x'.repeat(4 * 1024 * 1024)}\n`;
		await using gitlab = await start({ files: { ...files, 'internal/car/large.go': large } });
		const { row, snapshot } = await gitlab.pull();
		expect(namesOf(row)).toEqual(['Cars.ListCars']);
		expect(row?.reading?.partial).toBe(
			'1 file is larger than 4 MiB and not read: internal/car/large.go.',
		);
		expect((await gitlab.pull({ lastGood: snapshot, now: later(24) })).requests).toBe(0);
	});
});

describe('the list fails', () => {
	test('when nobody knows which consumers strangers see', async () => {
		await using gitlab = await start();
		gitlab.refuse(/\/groups\/platform\/projects|\/projects\/platform\/dealer/, 400);
		await expect(gitlab.pull({ lists: ['evidence'] })).rejects.toThrow('answered 400');
	});

	test('when GitLab is given up', async () => {
		await using gitlab = await start();
		gitlab.gitlab.fault(/\/archive|\/branches|\/milestones/, 'reset');
		const lists: ListName[] = ['consumers', 'evidence', 'milestones'];
		const pull = gitlab.pull({ lists, requester: { maxFailuresInARow: 3 } });
		await expect(pull).rejects.toThrow('was given up');
	});
});

test('a mistake in reading the source of a consumer is that consumer’s trouble alone', async () => {
	await using gitlab = await start();
	const { row } = await gitlab.pull({
		api: new Proxy(anApi(), {
			get: (api, name) => {
				if (name === 'endpoints') throw new RangeError('Maximum call stack size exceeded');
				return api[name as keyof Api];
			},
		}),
	});
	expect(row?.reading).toBeNull();
	expect(row?.trouble).toMatch(
		/Reading its source failed unexpectedly \(RangeError: .*\)\. That's a mistake in this program/,
	);
});

test('a branch that cannot be asked for leaves the last good reading, and says why', async () => {
	await using gitlab = await start();
	const { snapshot } = await gitlab.pull();
	gitlab.change({ lastActivityAt: later(20) });
	gitlab.refuse(/\/branches/, 403);
	const { row } = await gitlab.pull({ lastGood: snapshot, now: later(24) });
	expect(row?.reading).toEqual(snapshot.rows.evidence[0]?.reading);
	expect(row?.trouble).toMatch(/^GET \/projects\/:id\/repository\/branches\/:id answered 403/);
});

describe('source that cannot be read in time', () => {
	test('leaves the last good reading, and says why', async () => {
		await using gitlab = await start();
		const before = await gitlab.pull();
		gitlab.change({ files: { ...files, 'b.go': call('GetCar') }, lastActivityAt: later(1) });
		const { row, snapshot } = await gitlab.pull({
			lastGood: before.snapshot,
			now: later(2),
			timeLeft: 0,
		});
		expect(row?.reading).toEqual(before.row?.reading);
		expect(row?.trouble).toMatch(
			/^The source at commit [0-9a-f]{8} couldn't be read in time: it was stopped after 0 s\.$/,
		);
		const next = await gitlab.pull({ lastGood: snapshot, now: later(4) });
		expect(next.row?.trouble).toBeNull();
		expect(namesOf(next.row)).toEqual(['Cars.GetCar', 'Cars.ListCars']);
	});

	test('is unknown when nothing was read before', async () => {
		await using gitlab = await start();
		const { row } = await gitlab.pull({ timeLeft: 0 });
		expect(row?.reading).toBeNull();
		expect(row?.trouble).toMatch(
			/couldn't be read in time: .* Nor could its files be read one by one\. They couldn't be read in time/,
		);
	});
});
