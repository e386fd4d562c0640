import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listNames } from '#model/snapshot.ts';
import { historyKinds } from '#store/history.ts';
import { canRunJobs, JobWorld } from './job.ts';
import { jobs } from './pipeline.ts';

const fresh = new JobWorld();
afterAll(() => {
	fresh.remove();
});

let world: JobWorld;
beforeEach(() => {
	world = new JobWorld(fresh);
});

afterEach(() => {
	world.remove();
});

const [warning] = jobs.pull!.allow_failure!.exit_codes;

/** What a pull of GitLab writes, and what else lies about in a job. */
const freshPull = `
echo fresh > content/snapshot/issues.json
echo new > content/snapshot/milestones.json
echo day > content/history/plan-2026-11-23.json
rm content/history/plan-2026-11-22.json
echo stray > stray.txt
echo changed > content/handbook/index.mdx
for stray in snapshot/.snapshot-draft-1 snapshot/issues.json~ snapshot/ü.txt \
	history/.plan-2026-11-23.json-1 history/README.md history/plan-today.json history/plan-2026-11-23.json.orig
do echo stray > "content/$stray"; done
`;

describe.runIf(canRunJobs)('a scheduled pull', () => {
	test('commits the snapshot and the history, and nothing else', () => {
		expect(world.run('.ci/pull', freshPull)).toMatchObject({ status: 0 });
		expect(world.newest()).toEqual({
			subject: expect.stringMatching(/^Update the snapshot of \d{4}-\d\d-\d\d$/) as string,
			author: 'Bo Example <bo@example.com>',
			files: [
				'D content/history/plan-2026-11-22.json',
				'A content/history/plan-2026-11-23.json',
				'M content/snapshot/issues.json',
				'A content/snapshot/milestones.json',
			],
		});
		expect(world.asked()).toEqual(['ci', 'run pull -- --strict']);
	});

	test('takes away a list that it does not write any more', () => {
		world.pushOther({ 'content/snapshot/former-list.json': 'old\n' });
		expect(world.run('.ci/pull', 'rm content/snapshot/former-list.json').status).toBe(0);
		expect(world.newest().files).toEqual(['D content/snapshot/former-list.json']);
	});

	test('knows every list and every kind of day by name', () => {
		const files = [
			...['about', ...listNames].map((name) => `content/snapshot/${name}.json`),
			...historyKinds.map(({ name }) => `content/history/${name}-2026-11-23.json`),
		];
		world.run('.ci/pull', files.map((file) => `echo new > ${file}`).join('\n'));
		const written = world.newest().files.map((line) => line.slice(2));
		expect(written).toEqual(files.toSorted());
	});

	test('starts no pipeline by its commit', () => {
		world.run('.ci/pull', freshPull);
		expect(world.pushOptions().at(-1)).toBe('ci.skip');
	});

	test('that changes nothing commits nothing, and is no failure', () => {
		const before = world.subjects();
		const { status, output } = world.run('.ci/pull');
		expect(status).toBe(0);
		expect(output).toContain('nothing to commit');
		expect(world.subjects()).toEqual(before);
	});

	test('for which GitLab failed in part commits what there is, and ends with the warning', () => {
		const stale = 'echo stale > content/snapshot/issues.json; exit 1';
		const { status, output } = world.run('.ci/pull', stale);
		expect(status).toBe(warning);
		expect(output).toContain('The pull failed with 1');
		expect(world.newest().files).toEqual(['M content/snapshot/issues.json']);
	});

	test('that brings nothing ends with the warning, and the last good data are published', () => {
		const before = world.subjects();
		expect(world.run('.ci/pull', 'exit 1').status).toBe(warning);
		expect(world.subjects()).toEqual(before);
		expect(world.run('.ci/render').status).toBe(0);
		expect(world.rendered('snapshot/issues.json')).toBe('last good');
	});

	test.each([
		{ why: 'finds a wrong setting', code: 2 },
		{ why: 'crashes, or finds the disk full', code: 70 },
	])('that $why fails: a warning would be read by nobody', ({ code }) => {
		const before = world.subjects();
		expect(world.run('.ci/pull', `exit ${String(code)}`).status).toBe(code);
		expect(world.subjects()).toEqual(before);
	});
});

describe.runIf(canRunJobs)('others who push at the same time', () => {
	test('lose nothing when they were faster than the job', () => {
		world.pushOther({ 'content/handbook/new.mdx': 'new prose\n' });
		expect(world.run('.ci/pull', freshPull).status).toBe(0);
		expect(world.subjects()).toHaveLength(3);
		expect(world.newest().files).not.toContain('D content/handbook/new.mdx');
	});

	test('lose nothing when they push during the pull', () => {
		const pushed = meanwhile({ 'more.txt': 'more' });
		expect(world.run('.ci/pull', `${pushed}\n${freshPull}`).status).toBe(0);
		const [newest, before] = world.subjects();
		expect(newest).toMatch(/^Update the snapshot/);
		expect(before).toBe('Meanwhile');
		expect(world.newest().files).toContain('M content/snapshot/issues.json');
	});
});

/** Shell that pushes other files to the branch while the job pulls. */
const meanwhile = (files: Record<string, string>) => `(
	cd "$OTHER"
	${Object.entries(files)
		.map(([file, text]) => (text ? `echo ${text} > ${file}` : `git rm --quiet ${file}`))
		.join('\n')}
	git add --all && git commit --quiet --message Meanwhile && git push --quiet origin HEAD:main
)`;

describe.runIf(canRunJobs)('another pull that pushes at the same time', () => {
	const days = 'content/history';

	/** Each path of the other pull with its text, and what is committed there in the end. */
	function pullBoth(rows: { path: string; theirs: string; text: string | undefined }[]) {
		const theirs = Object.fromEntries(rows.map((row) => [row.path, row.theirs]));
		expect(world.run('.ci/pull', `${meanwhile(theirs)}\n${freshPull}`)).toMatchObject({
			status: 0,
			output: expect.stringContaining('is committed to main') as string,
		});
		expect(world.subjects().slice(0, 2)).toEqual([
			expect.stringMatching(/^Update the snapshot/),
			'Meanwhile',
		]);
		for (const { path, text } of rows) expect(world.committed(path), path).toBe(text);
	}

	test('keeps its other days and pages, and gives way in the same day and in the snapshot', () => {
		const theirs = 'theirs';
		pullBoth([
			{ path: `${days}/plan-2026-11-23.json`, theirs, text: 'day' },
			{ path: `${days}/checks-2026-11-21.json`, theirs, text: theirs },
			// This one removes it.
			{ path: `${days}/plan-2026-11-22.json`, theirs, text: theirs },
			{ path: 'content/snapshot/issues.json', theirs, text: 'fresh' },
			// It is the same as before here: lists of two pulls do not belong together.
			{ path: 'content/snapshot/about.json', theirs, text: undefined },
			{ path: 'content/handbook/index.mdx', theirs, text: theirs },
		]);
	});

	test('may remove the same day', () => {
		pullBoth([{ path: `${days}/plan-2026-11-22.json`, theirs: '', text: undefined }]);
	});
});

describe.runIf(canRunJobs)('what is no branch is not fetched', () => {
	test.each(['--upload-pack=touch pwned', '-4', 'HEAD', '+main', 'main:other', 'a b', 'no-such'])(
		'%s',
		(branch) => {
			const before = world.subjects();
			for (const script of ['.ci/pull', '.ci/render'] as const) {
				const { status, output } = world.run(script, freshPull, { CI_COMMIT_BRANCH: branch });
				expect(status).toBeGreaterThan(1);
				if (branch !== 'no-such') {
					expect(output).toContain('CI_COMMIT_BRANCH is not the name of a branch');
				}
			}
			expect(world.asked()).toEqual(['']);
			expect(world.subjects()).toEqual(before);
		},
	);
});

test.runIf(canRunJobs)(
	'a push that GitLab refuses fails the job, and says which settings it needs',
	() => {
		world.hook('pre-receive', 'exit 1');
		const { status, output } = world.run('.ci/pull', freshPull);
		expect(status).not.toBe(0);
		expect(status).not.toBe(warning);
		expect(output).toContain('Allow Git push requests to the repository');
		expect(output).toContain('allowed to push to main');
	},
);

describe.runIf(canRunJobs)('a render', () => {
	test('is of the newest commit of the branch, with what the pull has pushed', () => {
		world.run('.ci/pull', freshPull);
		expect(world.run('.ci/render').status).toBe(0);
		expect(world.rendered('snapshot/issues.json')).toBe('fresh');
		expect(world.asked().slice(-2)).toEqual(['ci', 'run render -- --compress']);
	});

	test('of a merge request is of its own commit', () => {
		world.pushOther({ 'content/snapshot/issues.json': 'of the branch\n' });
		const inMergeRequest = { CI_COMMIT_BRANCH: '', CI_MERGE_REQUEST_IID: '12' };
		expect(world.run('.ci/render', '', inMergeRequest).status).toBe(0);
		expect(world.rendered('snapshot/issues.json')).toBe('last good');
	});

	test.each([
		{
			why: 'a project below a group',
			url: 'https://example.gitlab.io/handbook',
			address: 'https://example.gitlab.io /handbook',
		},
		{
			why: 'a domain of its own',
			url: 'https://handbook-1a2b.gitlab.io',
			address: 'https://handbook-1a2b.gitlab.io',
		},
		{
			why: 'a port',
			url: 'http://pages.example.com:8090/a/b',
			address: 'http://pages.example.com:8090 /a/b',
		},
		{ why: 'nothing known', url: '', address: '' },
	])('knows where GitLab serves it: $why', ({ url, address }) => {
		// A blank variable of the project counts as unset.
		world.run('.ci/render', '', { CI_PAGES_URL: url, ...(url && { SITE_URL: ' \t' }) });
		expect(world.rendered('address')).toBe(address);
	});

	test('takes the address that the project sets, but for a review app', () => {
		const given = {
			SITE_URL: 'https://handbook.example.com',
			BASE_PATH: '/',
			CI_PAGES_URL: 'https://example.gitlab.io/handbook/mr-12',
		};
		world.run('.ci/render', '', given);
		expect(world.rendered('address')).toBe('https://handbook.example.com /');
		world.run('.ci/render', '', { ...given, CI_COMMIT_BRANCH: '', CI_MERGE_REQUEST_IID: '12' });
		expect(world.rendered('address')).toBe('https://example.gitlab.io /handbook/mr-12');
	});

	test('that fails fails the job', () => {
		expect(world.run('.ci/render', '', { CI_REPOSITORY_URL: '/nowhere.git' }).status).not.toBe(0);
	});
});
