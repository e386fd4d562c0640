import { describe, expect, test } from 'vitest';
import {
	findProxyExceptions,
	isSeenByPages,
	readPullEnvironment,
	readRenderEnvironment,
} from '#environment.ts';

const token = 'glpat-never-printed';
const problem = (read: () => unknown): string => {
	try {
		read();
		return 'no error';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
};

test('blank means unset, for every variable', () => {
	const blank = {
		GITLAB_URL: ' ',
		GITLAB_TOKEN: '',
		TEAM_YML_URL: ' ',
		HANDBOOK_TODAY: '\t',
		SITE_URL: '',
		BASE_PATH: ' ',
	};
	expect(readPullEnvironment(blank)).toEqual({ GITLAB_URL: 'https://gitlab.com' });
	expect(readRenderEnvironment(blank)).toEqual({ BASE_PATH: '/' });
	expect(readPullEnvironment({})).toEqual({ GITLAB_URL: 'https://gitlab.com' });
});

describe('without GITLAB_URL', () => {
	const instance = 'https://git.example.com/code/';

	test('the GitLab of the registry is asked', () => {
		expect(readPullEnvironment({}, instance).GITLAB_URL).toBe('https://git.example.com/code');
		const GITLAB_URL = 'https://inside.example.com';
		expect(readPullEnvironment({ GITLAB_URL }, instance).GITLAB_URL).toBe(GITLAB_URL);
	});

	test('the token goes to no host that the registry alone names', () => {
		const message = problem(() => readPullEnvironment({ GITLAB_TOKEN: token }, instance));
		expect(message).toContain('Set GITLAB_URL=https://git.example.com/code');
		expect(message).not.toContain(token);
		const GITLAB_URL = 'https://git.example.com/code';
		expect(readPullEnvironment({ GITLAB_TOKEN: token, GITLAB_URL }, instance)).toMatchObject({
			GITLAB_URL,
			GITLAB_TOKEN: token,
		});
		expect(readPullEnvironment({ GITLAB_TOKEN: token }).GITLAB_TOKEN).toBe(token);
	});
});

test.each([
	['https://gitlab.example.com/', 'https://gitlab.example.com'],
	['https://example.com/gitlab//', 'https://example.com/gitlab'],
	[' https://example.com:8443/a/b ', 'https://example.com:8443/a/b'],
	['HTTPS://GitLab.Example.com:443/Path', 'https://gitlab.example.com/Path'],
])('GITLAB_URL %s asks %s', (GITLAB_URL, asked) => {
	expect(readPullEnvironment({ GITLAB_URL }).GITLAB_URL).toBe(asked);
});

test.each([
	['/', '/'],
	['handbook', '/handbook'],
	['/team/handbook/', '/team/handbook'],
	['//team//handbook', '/team/handbook'],
])('BASE_PATH %s serves below %s', (BASE_PATH, base) => {
	expect(readRenderEnvironment({ BASE_PATH }).BASE_PATH).toBe(base);
});

describe('a wrong value is refused with the variable and what to do, never with the value', () => {
	test.each([
		[{ GITLAB_URL: 'gitlab.example.com' }, 'GITLAB_URL', 'expected one like https://gitlab.com'],
		[{ GITLAB_URL: 'ftp://example.com' }, 'GITLAB_URL', 'expected one like https://gitlab.com'],
		[
			{ GITLAB_URL: `https://me:${token}@example.com` },
			'GITLAB_URL',
			'Put the token into GITLAB_TOKEN',
		],
		[{ GITLAB_URL: 'https://example.com/api/v4/' }, 'GITLAB_URL', 'without /api/v4'],
		[{ GITLAB_URL: 'https://example.com/?a=b' }, 'GITLAB_URL', 'only host and path'],
		[{ GITLAB_URL: 'https://example.com/?' }, 'GITLAB_URL', 'only host and path'],
		[{ GITLAB_URL: 'https://example.com#' }, 'GITLAB_URL', 'only host and path'],
		[{ GITLAB_TOKEN: `${token} x` }, 'GITLAB_TOKEN', 'without spaces'],
		[{ GITLAB_TOKEN: `${token}\nx` }, 'GITLAB_TOKEN', 'without spaces'],
		[{ GITLAB_TOKEN: `"${token}"` }, 'GITLAB_TOKEN', 'without spaces or quotes'],
		[{ GITLAB_TOKEN: `'${token}'` }, 'GITLAB_TOKEN', 'without spaces or quotes'],
		[{ TEAM_YML_URL: 'team.yml' }, 'TEAM_YML_URL', 'expected one like https://example.com'],
		[{ TEAM_YML_URL: 'file:///etc/passwd' }, 'TEAM_YML_URL', 'expected one like https://'],
		[
			{ TEAM_YML_URL: `https://me:${token}@example.com/team.yml` },
			'TEAM_YML_URL',
			'everybody may read it',
		],
		[
			{ TEAM_YML_URL: `https://example.com/team.yml?private_token=${token}` },
			'TEAM_YML_URL',
			'only host and path',
		],
		[{ HANDBOOK_TODAY: '2026-02-30' }, 'HANDBOOK_TODAY', 'such as 2026-11-23'],
		[{ HANDBOOK_TODAY: 'today' }, 'HANDBOOK_TODAY', 'such as 2026-11-23'],
	])('%o', (environment, variable, advice) => {
		const message = problem(() => readPullEnvironment(environment));
		expect(message).toContain(`→ at ${variable}`);
		expect(message).toContain(advice);
		expect(message).toContain('README');
		expect(message).not.toContain(token);
	});

	test.each([
		[{ SITE_URL: `https://me:${token}@example.com` }, 'SITE_URL'],
		[{ SITE_URL: `https://${token}@example.com/` }, 'SITE_URL'],
		[{ SITE_URL: `https://example.com/?private_token=${token}` }, 'SITE_URL'],
		[{ SITE_URL: `https://example.com/#${token}` }, 'SITE_URL'],
		[{ SITE_URL: 'example.com' }, 'SITE_URL'],
		[{ SITE_URL: 'https://example.com/handbook' }, 'SITE_URL'],
		[{ BASE_PATH: 'https://example.com/x' }, 'BASE_PATH'],
		[{ BASE_PATH: '/../x' }, 'BASE_PATH'],
		[{ BASE_PATH: '/a b' }, 'BASE_PATH'],
	])('%o', (environment, variable) => {
		const message = problem(() => readRenderEnvironment(environment));
		expect(message).toContain(`→ at ${variable}`);
		expect(message).not.toContain(token);
	});
});

describe('a token travels unencrypted to this machine alone', () => {
	test.each([
		['http://gitlab.example.com', false],
		['http://127.0.0.1.example.com', false],
		['http://localhost.example.com', false],
		['https://gitlab.example.com', true],
		['http://localhost:3000', true],
		['http://127.0.0.1:3000/gitlab', true],
		['http://[::1]:3000', true],
	])('%s: %s', (GITLAB_URL, isAllowed) => {
		const message = problem(() => readPullEnvironment({ GITLAB_URL, GITLAB_TOKEN: token }));
		expect(message === 'no error').toBe(isAllowed);
		expect(message).not.toContain(token);
		expect(problem(() => readPullEnvironment({ GITLAB_URL }))).toBe('no error');
	});
});

describe('of the environment pages see', () => {
	test.each(['SITE_URL', 'BASE_PATH', 'PATH', 'Path', 'HOME', 'SystemRoot', 'NO_COLOR'])(
		'%s',
		(name) => {
			expect(isSeenByPages(name)).toBe(true);
		},
	);

	test.each([
		'GITLAB_TOKEN',
		'GITLAB_URL',
		'CI_JOB_TOKEN',
		'CI_REPOSITORY_URL',
		'NODE_AUTH_TOKEN',
		'NODE_OPTIONS',
		'NPM_TOKEN',
		'npm_config__auth',
		'HTTPS_PROXY',
		'PUBLIC_ANYTHING',
		'HANDBOOK_TODAY',
	])('not %s', (name) => {
		expect(isSeenByPages(name)).toBe(false);
	});
});

describe('proxies are not followed where they could read the token', () => {
	const url = 'http://127.0.0.1:3000/gitlab';

	test.each([
		{ why: 'none is excepted yet', environment: {}, set: { NO_PROXY: '127.0.0.1' } },
		{ why: 'others are', environment: { NO_PROXY: 'a.b' }, set: { NO_PROXY: 'a.b,127.0.0.1' } },
		{
			why: 'the small spelling is set',
			environment: { no_proxy: '' },
			set: { no_proxy: '127.0.0.1' },
		},
	])('$why', ({ environment, set }) => {
		expect(findProxyExceptions(environment, { url, token })).toEqual(set);
	});

	test.each([
		{ why: 'there is no token', asked: { url, token: undefined } },
		{ why: 'it is encrypted', asked: { url: 'https://gitlab.example.com', token } },
	])('and elsewhere they are: $why', ({ asked }) => {
		expect(findProxyExceptions({}, asked)).toEqual({});
	});
});
