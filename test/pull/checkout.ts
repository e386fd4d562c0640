import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '#model/snapshot.ts';
import { readRegistry } from '#store/registry.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { planted } from '../gitlab/planted.ts';
import { sampleWorld } from '../gitlab/sample-world.ts';
import { startGitLab, type GitLabServer } from '../gitlab/server.ts';
import { teamPath } from '../gitlab/team-file.ts';
import { compileCache } from '../site/render-site.ts';

const project = join(import.meta.dirname, '../..');
export const registry = await readRegistry(project);
export const today = '2026-11-23';

/** A checkout with the registry of this one, and a GitLab that has all it declares. */
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
		await cp(join(project, 'content/registry'), join(root, 'content/registry'), {
			recursive: true,
		});
		return new Checkout(root, await startGitLab(sampleWorld(registry, today), options));
	}

	/** Runs a script as npm does, and resolves to its exit code and to what it printed. */
	async run(
		script: string,
		args: string[] = [],
		environment: Record<string, string> = {},
	): Promise<{ code: number; out: string }> {
		const child = spawn(process.execPath, [join(project, `scripts/${script}.ts`), ...args], {
			cwd: this.root,
			env: {
				PATH: process.env.PATH,
				NODE_COMPILE_CACHE: compileCache,
				GITLAB_URL: this.gitlab.url,
				TEAM_YML_URL: `${this.gitlab.url}${teamPath}`,
				HANDBOOK_TODAY: today,
				...environment,
			},
		});
		let out = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => (out += text));
		}
		const code = await new Promise<number>((resolve) => {
			child.on('close', (status) => {
				resolve(status ?? -1);
			});
		});
		this.log += out;
		return { code, out };
	}

	/** A pull with the token. */
	pull(...args: string[]) {
		return this.run('pull', args, { GITLAB_TOKEN: planted.token });
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
}
