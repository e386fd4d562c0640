import { EventEmitter } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InvalidDataError } from '#model/parse.ts';
import { aboutLoader, planLoader, registryLoader, snapshotLoader } from '#store/loader.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { aMember, aMilestone, anIssue, aSnapshot } from '../../builders.ts';

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
	const logger = { error: vi.fn<(message: string) => void>() };
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
			declaredAt: 'content/registry/projects.yaml:5',
		});
	});

	test.each([registryLoader('consumers'), registryLoader('people'), planLoader()])(
		'gives entries that fit their schema: $name',
		async (loader) => {
			const collection = await load(loader);
			expect(collection.ids().length).toBeGreaterThan(0);
			for (const id of collection.ids()) {
				const data = collection.data(id);
				expect(loader.schema.parse(data)).toEqual(data);
			}
		},
	);
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
