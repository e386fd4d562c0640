import type { Call } from './call.ts';
import { type Failed, failedAnswer } from './failure.ts';

export const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const maxRedirects = 3;

/**
 * Where to ask next, after so many redirects before this one.
 *
 * @param setting The variable that holds the address.
 * @throws {Failed} when the redirect leads to another origin or out of GitLab's API, where neither the
 * token nor the question belongs, or on and on. A project that has moved is asked for here all the same.
 */
export function followRedirect(
	response: Response,
	from: URL,
	followed: number,
	setting: Call['setting'] = 'GITLAB_URL',
): URL {
	const location = response.headers.get('location');
	const to = location === null ? null : URL.parse(location, from.href);
	if (!to) throw refused(response, `it redirects without saying where to; check ${setting}`);
	const ofGitLab = setting === 'GITLAB_URL';
	const project = ofGitLab ? movedProject(to, from) : undefined;
	const isHere = to.origin === from.origin && !to.username && !to.password;
	if (!project && !(isHere && (!ofGitLab || rootOf(to) === rootOf(from)))) {
		const place = `${to.origin}${to.pathname}`;
		const root = ofGitLab ? rootOf(to) : place;
		const advice =
			from.protocol === 'https:' && to.protocol === 'http:'
				? "check the server's own address in its settings: this one isn't encrypted"
				: root === undefined
					? `check ${setting}, and that no sign-in page is in front of GitLab's API`
					: `if that is the right address, set ${setting} to ${root}`;
		throw refused(response, `it redirects to ${place}, which we don't follow; ${advice}`);
	}
	if (followed >= maxRedirects) {
		throw refused(
			response,
			`it redirects more than ${String(maxRedirects)} times, at last to ${to.pathname}; ` +
				`check ${setting}`,
		);
	}
	return project ?? to;
}

/**
 * The address here of a project that has moved. GitLab tells its number below the address that it
 * was set up with, which need not be the one by which we reach it.
 */
function movedProject(to: URL, from: URL): URL | undefined {
	const [root] = /^.*?\/api\/v4\/(?=projects\/)/.exec(from.pathname) ?? [];
	const [, path] = /\/api\/v4\/(projects\/\d+(?:\/.*)?)$/.exec(to.pathname) ?? [];
	if (root === undefined || path === undefined || `${root}${path}` === from.pathname)
		return undefined;
	return new URL(`${root}${path}${to.search}`, from);
}

export function refused(response: Response, reason: string): Failed {
	return failedAnswer(response, { kind: 'redirect', reason });
}

/** The instance's own address, with its path prefix. `undefined`: this is none of its API. */
function rootOf(address: URL): string | undefined {
	const [prefix = '', rest] = address.pathname.split('/api/v4/', 2);
	return rest === undefined ? undefined : `${address.origin}${prefix}`;
}
