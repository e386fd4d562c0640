import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Snapshot } from '#model/snapshot.ts';
import { historyPath } from '#store/history.ts';
import { readRegistry } from '#store/registry.ts';
import { readSnapshot, snapshotPath } from '#store/snapshot.ts';
import { check } from '../../scripts/check.ts';
import { definePull } from '../../scripts/pull.ts';
import { sample } from '../../scripts/sample.ts';
import { teams } from '../fixtures/teams.ts';
import { planted } from '../gitlab/planted.ts';
import { sampleWorld } from '../gitlab/sample-world.ts';
import { startGitLab, type GitLabServer } from '../gitlab/server.ts';
import { teamPath } from '../gitlab/team-file.ts';
import { call, type Called } from '../scripts/call.ts';
import { readTexts } from '../site/files.ts';
import { compileCache } from '../site/render-site.ts';

const project = join(import.meta.dirname, '../..');
export const registry = await readRegistry(teams.kettle);
export const today = '2026-11-23';

/** A pull tries as often as it does for people, and waits for less long in between. */
const commands = { check, pull: definePull({ backoffMs: 10 }), sample };

/** A checkout with the registry and the pages of the invented team, and a GitLab that has all it declares. */
export class Checkout {
	readonly root: string;
	readonly gitlab: GitLabServer;
	/** All that the commands printed. */
	log = '';

	private constructor(root: string, gitlab: GitLabServer) {
		this.root = root;
		this.gitlab = gitlab;
	}

	static async create(options?: Parameters<typeof startGitLab>[1]): Promise<Checkout> {
		const root = await mkdtemp(join(tmpdir(), 'checkout-'));
		for (const folder of ['content/registry', 'content/handbook']) {
			await cp(join(teams.kettle, folder), join(root, folder), { recursive: true });
		}
		await cp(join(project, 'public'), join(root, 'public'), { recursive: true });
		return new Checkout(root, await startGitLab(sampleWorld(registry, today), options));
	}

	/**
	 * As it is after a first pull of this day, whose files are copied: a pull takes as long as ten
	 * copies. For what comes after it.
	 */
	static async pulled(as: Puller = 'stranger'): Promise<Checkout> {
		const first = (firsts[as] ??= pullFirst(as));
		const [checkout, { url, texts }] = await Promise.all([Checkout.create(), first]);
		for (const [path, text] of texts) {
			const file = join(checkout.root, path);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, text.replaceAll(url, checkout.gitlab.url));
		}
		return checkout;
	}

	/** Runs a command in this process. */
	async run(
		command: keyof typeof commands,
		args: string[] = [],
		environment: Record<string, string> = {},
	): Promise<Called> {
		const called = await call(commands[command], args, {
			root: this.root,
			environment: this.#environment(environment),
		});
		this.log += called.out;
		return called;
	}

	/** A pull with the token. */
	pull(...args: string[]) {
		return this.run('pull', args, { GITLAB_TOKEN: planted.token });
	}

	/** A pull in a process of its own, for what only a process can show. */
	async spawnPull(args: string[], environment: Record<string, string> = {}) {
		const child = spawn(process.execPath, [join(project, 'scripts/pull.ts'), ...args], {
			cwd: this.root,
			env: {
				PATH: process.env.PATH,
				NODE_COMPILE_CACHE: compileCache,
				...this.#environment(environment),
			},
		});
		const [code, stdout, stderr] = await Promise.all([
			new Promise((resolve) => child.on('close', resolve)),
			text(child.stdout),
			text(child.stderr),
		]);
		return { code, stdout, stderr };
	}

	async snapshot(): Promise<Snapshot> {
		const snapshot = await readSnapshot(this.root);
		if (!snapshot) throw new Error('There is no snapshot.');
		return snapshot;
	}

	/** The files of the snapshot by name, as they are. */
	async files(): Promise<Record<string, string>> {
		const folder = join(this.root, 'content/snapshot');
		const names = await readdir(folder);
		const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
		return Object.fromEntries(names.map((name, index) => [name, texts[index]!]));
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.gitlab.close();
		await rm(this.root, { recursive: true });
	}

	#environment(more: Record<string, string>): Record<string, string> {
		const { url } = this.gitlab;
		const own = { GITLAB_URL: url, TEAM_YML_URL: `${url}${teamPath}`, HANDBOOK_TODAY: today };
		return { ...own, ...more };
	}
}

/** With the token, or without. */
type Puller = 'member' | 'stranger';

interface FirstPull {
	/** Of its GitLab: each checkout has its own. */
	url: string;
	/** By their paths in the checkout. */
	texts: ReadonlyMap<string, string>;
}

/** Of this worker. */
const firsts: Partial<Record<Puller, Promise<FirstPull>>> = {};

async function pullFirst(as: Puller): Promise<FirstPull> {
	await using checkout = await Checkout.create();
	await (as === 'member' ? checkout.pull() : checkout.run('pull'));
	const texts = new Map<string, string>();
	for (const folder of [snapshotPath, historyPath]) {
		for (const [name, text] of await readTexts(join(checkout.root, folder))) {
			texts.set(`${folder}/${name}`, text);
		}
	}
	return { url: checkout.gitlab.url, texts };
}

/** Without what `about.json` notes of the pull itself. */
export function withoutRun(files: Record<string, string>): Record<string, string> {
	const about = files['about.json']
		?.replaceAll(/^ *"rowsBefore": \d+,\n/gm, '')
		.replace(/^ *"requests": \{[^}]*\},\n/m, '');
	return { ...files, 'about.json': about ?? '' };
}
