import { EventEmitter } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InvalidDataError } from '#model/parse.ts';
import { checksHistory, writeDay } from '#store/history.ts';
import { historyLoader } from '#store/history-loader.ts';
import { checkRulesLoader, planLoader, registryLoader } from '#store/registry-loader.ts';
import { aboutLoader, snapshotLoader } from '#store/snapshot-loader.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { aMember, aMilestone, anIssue, aSnapshot } from '../../builders.ts';
import { someChecks } from './some-checks.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'loader-'));
	await mkdir(join(root, 'content'));
	await cp(join(import.meta.dirname, '../../fixtures/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
});
afterEach(() => rm(root, { recursive: true }));

/** What Astro hands to a loader, as far as ours use it. */
async function load(loader: Loader, watcher?: EventEmitter) {
	const entries = new Map<string, { id: string; data: unknown; digest?: string }>();
	const logger = {
		error: vi.fn<(message: string) => void>(),
		warn: vi.fn<(message: string) => void>(),
	};
	const store = {
		clear: () => {
			entries.clear();
		},
		set: (entry: { id: string; data: unknown }) => entries.set(entry.id, entry),
		delete: (id: string) => entries.delete(id),
	};
	const context = {
		config: { root: pathToFileURL(`${root}/`) },
		store,
		watcher,
		logger,
		generateDigest: (data: unknown) => JSON.stringify(data),
	};
	if (typeof loader.load !== 'function') throw new TypeError('The loader does not load.');
	await loader.load(context as unknown as LoaderContext);
	return { ids: () => [...entries.keys()], data: (id: string) => entries.get(id)?.data, logger };
}

const withMilestone = (title: string) =>
	aSnapshot({ rows: { milestones: [aMilestone({ title })], issues: [anIssue()] } });

describe('a list of the snapshot', () => {
	test('is a collection of its rows, by what tells them apart', async () => {
		const members = [aMember(), aMember({ group: 'example/maintainers' })];
		await writeSnapshot(root, aSnapshot({ rows: { issues: [anIssue({ iid: 7 })], members } }));
		const issues = await load(snapshotLoader('issues'));
		expect(issues.ids()).toEqual(['example/tools/widget#7']);
		expect(issues.data('example/tools/widget#7')).toEqual(anIssue({ iid: 7 }));
		expect((await load(snapshotLoader('members'))).ids()).toEqual([
			'example/reviewers/ada.example',
			'example/maintainers/ada.example',
		]);
	});

	test('that is missing is an empty collection, and `about` says why', async () => {
		const lists = { members: { state: 'missing', reason: 'It needs a token.' } } as const;
		await writeSnapshot(root, aSnapshot({ lists }));
		expect((await load(snapshotLoader('members'))).ids()).toEqual([]);
		expect((await load(aboutLoader())).data('about')).toMatchObject({ lists });
	});

	test('stops the build when there is no snapshot, and says what to do', async () => {
		for (const loader of [snapshotLoader('issues'), aboutLoader()]) {
			const loading = load(loader);
			await expect(loading).rejects.toThrow(InvalidDataError);
			await expect(loading).rejects.toThrow('Run npm run pull');
		}
	});

	test('stops the build when a file is broken, and names it', async () => {
		await writeSnapshot(root, withMilestone('19.7'));
		await writeFile(join(root, 'content/snapshot/issues.json'), '[{"iid": "7"}]');
		await expect(load(snapshotLoader('issues'))).rejects.toThrow('content/snapshot/issues.json');
	});
});

describe('the registry', () => {
	test('tells of each entry where it is declared', async () => {
		const projects = await load(registryLoader('projects'));
		expect(projects.ids()).toEqual(['acme/engine', 'acme/tools/wrench']);
		expect(projects.data('acme/tools/wrench')).toMatchObject({
			place: { file: 'content/registry/projects.yaml', line: 5, end: 8, lines: { name: 6 } },
		});
	});

	test.each([
		registryLoader('projects'),
		registryLoader('consumers'),
		registryLoader('people'),
		planLoader(),
		checkRulesLoader(),
	])('gives entries that fit their schema: $name', async (loader) => {
		const collection = await load(loader);
		expect(collection.ids().length).toBeGreaterThan(0);
		for (const id of collection.ids()) {
			const data = collection.data(id);
			expect(loader.schema.parse(data)).toEqual(data);
		}
	});
});

describe('the history of checks', () => {
	// Its day is the last one that can be known.
	beforeEach(() => writeSnapshot(root, aSnapshot()));

	test('is a collection of days', async () => {
		for (const day of ['2026-11-23', '2026-11-16']) {
			await writeDay(root, checksHistory, someChecks({ day }));
		}
		const history = await load(historyLoader(checksHistory));
		expect(history.ids()).toEqual(['2026-11-16', '2026-11-23']);
		expect(history.data('2026-11-16')).toEqual(someChecks({ day: '2026-11-16' }));
		expect(history.logger.warn).not.toHaveBeenCalled();
	});

	test('warns of a damaged day by the name of its file, and has the others', async () => {
		await writeDay(root, checksHistory, someChecks({ day: '2026-11-16' }));
		await writeFile(join(root, 'content/history/checks-2026-11-23.json'), '{"format":');
		const history = await load(historyLoader(checksHistory));
		expect(history.ids()).toEqual(['2026-11-16']);
		expect(history.logger.warn.mock.calls).toEqual([
			[expect.stringContaining('content/history/checks-2026-11-23.json is not valid JSON')],
		]);
	});

	test('warns of a day from the future by the name of its file, and leaves it out', async () => {
		await writeDay(root, checksHistory, someChecks({ day: '2026-11-24' }));
		const history = await load(historyLoader(checksHistory));
		expect(history.ids()).toEqual([]);
		expect(history.logger.warn.mock.calls).toEqual([
			[expect.stringContaining('content/history/checks-2026-11-24.json is from the future')],
		]);
	});

	test('is empty before anything was kept', async () => {
		const history = await load(historyLoader(checksHistory));
		expect(history.ids()).toEqual([]);
		expect(history.logger.warn).not.toHaveBeenCalled();
	});
});

describe('in development', () => {
	test('a file of the folder that changes is read again', async () => {
		const watcher = new EventEmitter();
		await writeSnapshot(root, withMilestone('19.7'));
		const milestones = await load(snapshotLoader('milestones'), watcher);
		await writeSnapshot(root, withMilestone('19.8'));
		watcher.emit('change', join(root, 'content/snapshot/about.json'));
		await vi.waitFor(() => {
			expect(milestones.ids()).toEqual(['19.8']);
		});
	});

	test('a day that is added to the history is read', async () => {
		const watcher = new EventEmitter();
		await writeSnapshot(root, aSnapshot());
		const history = await load(historyLoader(checksHistory), watcher);
		await writeDay(root, checksHistory, someChecks({ day: '2026-11-23' }));
		watcher.emit('add', join(root, 'content/history/checks-2026-11-23.json'));
		await vi.waitFor(() => {
			expect(history.ids()).toEqual(['2026-11-23']);
		});
	});

	test('collections that share a read all see a change', async () => {
		const watcher = new EventEmitter();
		const all = await Promise.all([
			load(registryLoader('people'), watcher),
			load(registryLoader('consumers'), watcher),
		]);
		const change = async (file: string, from: string, to: string) => {
			const path = join(root, 'content/registry', file);
			await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
			watcher.emit('change', path);
		};
		// The second one changes while the first is being read.
		await change('people.yaml', 'acme/quiet', 'acme/loud');
		await change('consumers.yaml', 'acme/car', 'acme/bus');
		await vi.waitFor(() => {
			expect(all.map(({ ids }) => ids().at(-1))).toEqual(['acme/loud', 'acme/bus']);
		});
	});

	test('another file is left alone', async () => {
		const watcher = new EventEmitter();
		await writeSnapshot(root, withMilestone('19.7'));
		const milestones = await load(snapshotLoader('milestones'), watcher);
		await rm(join(root, 'content/snapshot'), { recursive: true });
		watcher.emit('change', join(root, 'content/registry/plan.yaml'));
		watcher.emit('change', join(root, 'content/handbook/index.mdx'));
		expect(milestones.ids()).toEqual(['19.7']);
		expect(milestones.logger.error).not.toHaveBeenCalled();
	});

	test('a mistake is told, and what was read before stays', async () => {
		const watcher = new EventEmitter();
		const plan = await load(planLoader(), watcher);
		await writeFile(join(root, 'content/registry/plan.yaml'), 'group: [');
		watcher.emit('change', join(root, 'content/registry/plan.yaml'));
		await vi.waitFor(() => {
			expect(plan.logger.error).toHaveBeenCalledWith(
				expect.stringContaining('content/registry/plan.yaml'),
			);
		});
		expect(plan.ids()).toEqual(['plan']);
	});
});
