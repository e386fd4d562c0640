import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canRunJobs } from './job.ts';
import { defaults, findJobs, jobs, root, stages, variables } from './pipeline.ts';

const onBranch = { CI_DEFAULT_BRANCH: 'main', CI_COMMIT_BRANCH: 'main' };
const schedule = { ...onBranch, CI_PIPELINE_SOURCE: 'schedule' };
const mergeRequest = { CI_DEFAULT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'merge_request_event' };
const tests = ['lint', 'small-tests', 'large-tests', 'materials'];
const parallel = 'epics,pages_multiple_versions,swimlanes';

describe('which jobs run', () => {
	test.each([
		{
			why: 'a merge request',
			given: { ...mergeRequest, GITLAB_FEATURES: parallel },
			names: [...tests, 'findings', 'review'],
		},
		{
			why: 'one where a review app would replace the site',
			given: { ...mergeRequest, GITLAB_FEATURES: 'epics' },
			names: [...tests, 'findings'],
		},
		{
			why: 'one on a GitLab without a license',
			given: mergeRequest,
			names: [...tests, 'findings'],
		},
		{
			why: 'a push to the default branch',
			given: { ...onBranch, CI_PIPELINE_SOURCE: 'push' },
			names: [...tests, 'publish'],
		},
		{
			why: 'a pipeline that a person starts there',
			given: { ...onBranch, CI_PIPELINE_SOURCE: 'web' },
			names: [...tests, 'publish'],
		},
		{ why: 'a schedule', given: schedule, names: ['pull', 'publish'] },
		{
			why: 'a push to another branch',
			given: { ...onBranch, CI_COMMIT_BRANCH: 'draft', CI_PIPELINE_SOURCE: 'push' },
			names: [],
		},
		{
			why: 'a schedule of another branch',
			given: { ...schedule, CI_COMMIT_BRANCH: 'draft' },
			names: [],
		},
	])('$why: $names', ({ given, names }) => {
		expect(findJobs(given).map(({ name }) => name)).toEqual(names);
	});

	test('after a push the site is published only when the tests have passed', () => {
		const jobsOfPush = findJobs({ ...onBranch, CI_PIPELINE_SOURCE: 'push' });
		expect(jobsOfPush.find(({ name }) => name === 'publish')?.when).toBe('on_success');
		for (const name of tests) {
			const stage = stages.indexOf(jobs[name]!.stage);
			expect(stages.indexOf(jobs.publish!.stage), name).toBeGreaterThan(stage);
		}
		expect(jobs.publish!.needs).toBeUndefined();
	});

	test('on schedule it is published whatever has come of the pull', () => {
		expect(findJobs(schedule)).toEqual([
			{ name: 'pull', when: 'on_success' },
			{ name: 'publish', when: 'always' },
		]);
	});
});

describe('the jobs that test', () => {
	test('run what .ci/run runs, which installs once', () => {
		const text = readFileSync(join(root, '.ci/run'), 'utf8');
		const lines = text.match(/^npm (?!run -s sync)[\w: ]+\b/gm) ?? [];
		expect(lines.filter((line) => line === 'npm ci')).toHaveLength(1);
		expect(lines[0]).toBe('npm ci');
		expect(lines.at(-1)).toBe('npm test');
		const [install, ...others] = jobs.lint!.script;
		expect(install).toBe('npm ci');
		expect(others.toSorted()).toEqual(lines.slice(1, -1).toSorted());
	});

	test('run the tests of src, and all others in shards', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			scripts: Record<string, string>;
		};
		expect(scripts['test:fast']).toBe(`${scripts.test!} test/src`);
		expect(jobs['small-tests']!.script).toContain('npm run test:fast');
		expect(jobs['large-tests']).toMatchObject({
			parallel: 3,
			script: expect.arrayContaining([
				'npm test -- --exclude "src/**" --shard "$CI_NODE_INDEX/$CI_NODE_TOTAL"',
			]) as string[],
		});
	});

	test('share the packages that they download', () => {
		expect(defaults.cache).toEqual({ key: { files: ['package-lock.json'] }, paths: ['.npm/'] });
		expect(variables.npm_config_cache).toBe('$CI_PROJECT_DIR/.npm');
	});
});

describe('what the jobs may do', () => {
	test('those that push or publish are one at a time', () => {
		const writers = [jobs.pull!, jobs.publish!];
		expect(writers.map(({ resource_group }) => resource_group)).toEqual(['publish', 'publish']);
		expect(writers.some(({ interruptible }) => interruptible)).toBe(false);
	});

	test('a failed pull is a warning, and nothing else is', () => {
		expect(jobs.pull!.allow_failure).toEqual({ exit_codes: [75] });
		const lenient = Object.entries(jobs).filter(([, { allow_failure }]) => allow_failure);
		expect(lenient.map(([name]) => name)).toEqual(['pull']);
	});

	test('what is published is what a render writes', () => {
		for (const job of [jobs.publish!, jobs.review!]) {
			expect(job.pages?.publish).toBe('dist');
			expect(job.artifacts?.paths).toEqual(['dist']);
			expect(job.script).toEqual(['.ci/render']);
		}
	});

	test('a review app has a path of its own, and goes away', () => {
		expect(jobs.review!.pages).toMatchObject({
			path_prefix: 'mr-$CI_MERGE_REQUEST_IID',
			expire_in: '1 week',
		});
		expect(jobs.publish!.pages?.path_prefix).toBeUndefined();
		expect(jobs.publish!.pages?.expire_in).toBeUndefined();
	});

	test('the history is whole, and the image has npm', () => {
		expect(variables.GIT_DEPTH).toBe('0');
		expect(defaults.image).toMatch(/^node:\d+$/);
	});

	test('every stage has a job, and every script is there and can be run', () => {
		expect(new Set(Object.values(jobs).map(({ stage }) => stage))).toEqual(new Set(stages));
		const scripts = Object.values(jobs)
			.flatMap(({ script }) => script)
			.filter((line) => line.startsWith('.ci/'));
		expect(scripts.length).toBeGreaterThan(2);
		for (const script of scripts) {
			expect(existsSync(join(root, script)), script).toBe(true);
			// Windows knows no such mode.
			if (canRunJobs) expect(statSync(join(root, script)).mode & 0o111, script).toBe(0o111);
		}
	});
});
