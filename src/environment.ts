import { z } from 'zod';
import { GitLabUrl as InstanceUrl } from '#model/identifiers.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import { reporterOf } from '#model/refinement.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Blank means unset, for every variable: CI systems set variables to nothing. */
function unlessBlank<Schema extends z.ZodType>(schema: Schema) {
	return z.preprocess(
		(value) => (typeof value === 'string' ? value.trim() || undefined : value),
		schema,
	);
}

/**
 * An address of the web that says nothing but a place: what it says is written and published.
 *
 * @param instead What to do with a name and a password.
 */
function plainAddress(example: string, instead: string) {
	return z
		.url({
			protocol: /^https?$/,
			error: `Invalid address: expected one like ${example}`,
			abort: true,
		})
		.superRefine((text, context) => {
			const { username, password } = new URL(text);
			const report = reporterOf(context);
			if (username || password) {
				report([], `Address with a name or password in it: expected none${instead}`);
			}
			if (/[?#]/.test(text)) report([], 'Address with "?" or "#": expected only host and path');
		});
}

const GitLabUrl = plainAddress(
	'https://gitlab.com or https://example.com/gitlab',
	'. Put the token into GITLAB_TOKEN',
)
	.pipe(InstanceUrl)
	.transform((text) => {
		// In one spelling: last good data belong to the instance that has this address.
		const { origin, pathname } = new URL(text);
		return `${origin}${pathname}`.replace(/\/+$/, '');
	});

/** Of a file that everybody may read. */
const PublicFileUrl = plainAddress(
	'https://example.com/company/team.yml',
	', since everybody may read it',
);

const Variables = z.object({
	/** The GitLab that is asked: no slash at the end, may have a path. */
	GITLAB_URL: unlessBlank(GitLabUrl),
	/** A personal access token with the scope `read_api`. */
	GITLAB_TOKEN: unlessBlank(
		z
			.string()
			.regex(/^[\x21\x23-\x26\x28-\x7e]+$/, {
				error:
					'Invalid token: expected letters, digits and signs without spaces or quotes, as GitLab shows it once',
			})
			.optional(),
	),
	/** The list of people to ask instead of the registry's. The token never goes there. */
	TEAM_YML_URL: unlessBlank(PublicFileUrl.optional()),
	/** The day to write instead of today's. */
	HANDBOOK_TODAY: unlessBlank(
		z.iso
			.date({ error: 'Invalid day: expected one of the calendar, such as 2026-11-23' })
			.optional(),
	),
	/** Where the site is published, without the path. */
	SITE_URL: unlessBlank(
		plainAddress('https://example.gitlab.io', ', since every page would publish it')
			.refine((text) => new URL(text).pathname === '/', {
				error: 'Address with a path: expected only the host. Put the path into BASE_PATH',
			})
			.optional(),
	),
	/** The path below which the site is published: `/` or `/handbook`, without a slash at the end. */
	BASE_PATH: unlessBlank(
		z
			.string()
			.regex(/^(?!.*\.\.)[\w.~/-]*$/, {
				error:
					'Invalid path: expected one like /handbook, of letters, digits, "-", "_", "." and "/"',
			})
			.transform((path) => `/${path.split('/').filter(Boolean).join('/')}`)
			.default('/'),
	),
});

const PullVariables = Variables.pick({
	GITLAB_URL: true,
	GITLAB_TOKEN: true,
	TEAM_YML_URL: true,
	HANDBOOK_TODAY: true,
}).superRefine(({ GITLAB_URL, GITLAB_TOKEN }, context) => {
	const url = new URL(GITLAB_URL);
	if (GITLAB_TOKEN && url.protocol === 'http:' && !loopback.test(url.hostname)) {
		const message =
			'A token would travel unencrypted: expected https, or http on this machine alone. Use https, or unset GITLAB_TOKEN';
		reporterOf(context)(['GITLAB_URL'], message);
	}
});
const RenderVariables = Variables.pick({ SITE_URL: true, BASE_PATH: true });

const explanation = {
	source: 'The environment',
	hint: 'Set the variable as the README says under "Settings", or unset it.',
};

const gitLabCom = 'https://gitlab.com';

/**
 * What `pull` and `sample` read of the environment.
 *
 * @param instance The GitLab that the registry names, which is asked when no variable names one. Only
 * a variable sends the token to another than gitlab.com: a change of the registry must not.
 * @throws {InvalidDataError} that names the variable, never its value.
 */
export function readPullEnvironment(
	environment: NodeJS.ProcessEnv,
	instance: string = gitLabCom,
): z.output<typeof PullVariables> {
	const isNamed = Boolean(environment.GITLAB_URL?.trim());
	const asked = isNamed ? environment : { ...environment, GITLAB_URL: instance };
	const settings = parseOrExplain(PullVariables, asked, explanation);
	if (isNamed || !settings.GITLAB_TOKEN || settings.GITLAB_URL === gitLabCom) return settings;
	throw new InvalidDataError(
		`GITLAB_TOKEN is set, and GITLAB_URL isn't. Expected both: only GITLAB_URL says where the token goes.\nSet GITLAB_URL=${settings.GITLAB_URL}, the instance of content/registry/site.yaml, or unset GITLAB_TOKEN.`,
	);
}

/**
 * What keeps a token from proxies: over http on this machine one could read it, so none is followed
 * there. Node looks at the variable again for each request.
 *
 * @returns Variables to set. None where the token travels encrypted, or there is no token.
 */
export function findProxyExceptions(
	environment: NodeJS.ProcessEnv,
	{ url, token }: { url: string; token: string | undefined },
): Record<string, string> {
	const { protocol, hostname } = new URL(url);
	if (token === undefined || protocol !== 'http:') return {};
	// Of the two spellings, the small one counts where it is set.
	const name = environment.no_proxy === undefined ? 'NO_PROXY' : 'no_proxy';
	return { [name]: [environment[name], hostname].filter(Boolean).join(',') };
}

/**
 * What `render` reads of the environment: nothing else changes the site.
 *
 * @throws {InvalidDataError} that names the variable.
 */
export function readRenderEnvironment(
	environment: NodeJS.ProcessEnv,
): z.output<typeof RenderVariables> {
	return parseOrExplain(RenderVariables, environment, explanation);
}

/**
 * Pages are code, and what they print is published. Of the environment they see what the site is
 * made with and what Node and its tools need to run, and no token, whatever its name.
 */
const seenByPages = new Set([
	'SITE_URL',
	'BASE_PATH',
	...['PATH', 'HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TMPDIR', 'TEMP', 'TMP'],
	...['SYSTEMROOT', 'WINDIR', 'COMSPEC', 'PATHEXT', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'],
	...['LANG', 'LC_ALL', 'TERM', 'COLORTERM', 'FORCE_COLOR', 'NO_COLOR', 'CI'],
	...['NODE_COMPILE_CACHE', 'ASTRO_TELEMETRY_DISABLED'],
]);

/** Windows knows `Path` and `PATH` as one. */
export function isSeenByPages(variable: string): boolean {
	return seenByPages.has(variable.toUpperCase());
}
