import { execFileSync, spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './pipeline.ts';

/** Whoever develops this has settings of Git and of CI: none of them counts here. */
const clean = {
	PATH: process.env.PATH ?? '',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_AUTHOR_NAME: 'Ada Example',
	GIT_AUTHOR_EMAIL: 'ada@example.com',
	GIT_COMMITTER_NAME: 'Ada Example',
	GIT_COMMITTER_EMAIL: 'ada@example.com',
};

/** Instead of npm: notes what it is asked, pulls as the test says, and renders by copying. */
const fakeNpm = `#!/bin/sh
echo "$*" >> "$NOTES/asked"
case "$*" in
	'run pull -- --strict') . "$NOTES/pull.sh" ;;
	'run render -- --compress')
		mkdir -p dist && cp -r content/snapshot dist/
		echo "$SITE_URL $BASE_PATH" > dist/address ;;
esac
`;

/** Jobs of CI run on Linux. */
export const canRunJobs = process.platform !== 'win32';

/** A repository on a server, and a job of GitLab that has checked out a commit of it. */
export class JobWorld {
	readonly #folder = mkdtempSync(join(tmpdir(), 'publishing-'));
	readonly #remote = join(this.#folder, 'remote.git');
	readonly #job = join(this.#folder, 'job');
	readonly #other = join(this.#folder, 'other');
	readonly #notes = join(this.#folder, 'notes');

	/** @param like What it starts as: what Git makes is a copy, without asking Git again. */
	constructor(like?: JobWorld) {
		if (like) cpSync(like.#folder, this.#folder, { recursive: true });
		else this.#init();
	}

	/** Nothing in it names its folder, so that it can be copied. */
	#init(): void {
		mkdirSync(join(this.#folder, 'bin'));
		mkdirSync(this.#notes);
		writeFileSync(join(this.#folder, 'bin/npm'), fakeNpm, { mode: 0o755 });
		const init = ['init', '--quiet', '--initial-branch=main', '--template='];
		this.git(this.#folder, ...init, '--bare', this.#remote);
		this.git(this.#remote, 'config', 'receive.advertisePushOptions', 'true');
		this.hook('post-receive', 'echo "$GIT_PUSH_OPTION_0" >> ../notes/push-options');
		this.git(this.#folder, ...init, this.#other);
		this.git(this.#other, 'remote', 'add', 'origin', '../remote.git');
		cpSync(join(root, '.ci'), join(this.#other, '.ci'), { recursive: true });
		this.pushOther({
			'content/snapshot/issues.json': 'last good\n',
			'content/history/plan-2026-11-22.json': 'a day\n',
			'content/handbook/index.mdx': 'prose\n',
		});
		cpSync(this.#other, this.#job, { recursive: true });
		this.git(this.#job, 'checkout', '--quiet', '--detach');
	}

	/** @param pull Shell instead of a pull, in the folder of the job. */
	run(script: '.ci/pull' | '.ci/render', pull = 'exit 0', variables: Record<string, string> = {}) {
		writeFileSync(join(this.#notes, 'pull.sh'), pull);
		const { status, stdout, stderr } = spawnSync(join(this.#job, script), {
			encoding: 'utf8',
			env: {
				PATH: `${join(this.#folder, 'bin')}:${clean.PATH}`,
				GIT_CONFIG_GLOBAL: '/dev/null',
				GIT_CONFIG_NOSYSTEM: '1',
				NOTES: this.#notes,
				OTHER: this.#other,
				CI_REPOSITORY_URL: this.#remote,
				CI_COMMIT_BRANCH: 'main',
				GITLAB_USER_NAME: 'Bo Example',
				GITLAB_USER_EMAIL: 'bo@example.com',
				...variables,
			},
		});
		return { status, output: stdout + stderr };
	}

	/** Somebody else's commit on the branch. */
	pushOther(files: Record<string, string>): void {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(this.#other, path)), { recursive: true });
			writeFileSync(join(this.#other, path), text);
		}
		this.git(this.#other, 'add', '--all');
		this.git(this.#other, 'commit', '--quiet', '--message', 'Somebody else’s commit');
		this.git(this.#other, 'push', '--quiet', 'origin', 'HEAD:main');
	}

	/** What the server runs when somebody pushes. */
	hook(name: string, shell: string): void {
		const file = join(this.#remote, 'hooks', name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `#!/bin/sh\n${shell}\n`);
		chmodSync(file, 0o755);
	}

	/** Of the branch on the server: subjects, newest first. */
	subjects(): string[] {
		return this.git(this.#remote, 'log', '--format=%s', 'main').trim().split('\n');
	}

	/** The newest commit on the server. */
	newest() {
		const names = this.git(this.#remote, 'show', '--format=', '--name-status', 'main').trim();
		return {
			subject: this.subjects()[0],
			author: this.git(this.#remote, 'log', '-1', '--format=%an <%ae>', 'main').trim(),
			files: names.split('\n').map((line) => line.replace('\t', ' ')),
		};
	}

	/** A file of the newest commit on the server. */
	committed(path: string): string | undefined {
		const [name] = this.git(this.#remote, 'ls-tree', '--name-only', 'main', path).split('\n');
		return name ? this.git(this.#remote, 'show', `main:${path}`).trim() : undefined;
	}

	pushOptions(): string[] {
		return this.note('push-options').trim().split('\n');
	}

	/** What npm was asked for. */
	asked(): string[] {
		return this.note('asked').trim().split('\n');
	}

	/** A file that a render wrote. */
	rendered(path: string): string {
		return readFileSync(join(this.#job, 'dist', path), 'utf8').trim();
	}

	remove(): void {
		rmSync(this.#folder, { recursive: true, force: true });
	}

	git(cwd: string, ...args: string[]): string {
		return execFileSync('git', args, { cwd, env: clean, encoding: 'utf8', stdio: 'pipe' });
	}

	private note(name: string): string {
		const file = join(this.#notes, name);
		return existsSync(file) ? readFileSync(file, 'utf8') : '';
	}
}
