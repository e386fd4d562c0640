import { anonymousClient, tokenClient } from '#gitlab/transport/client.ts';
import { createRequester } from '#gitlab/transport/requester.ts';
import { idFor } from '../../gitlab/seed.ts';
import { startGitLab } from '../../gitlab/server.ts';
import { smallToken, smallWorld } from '../../gitlab/small-world.ts';
import type { World } from '../../gitlab/world.ts';
import { quick } from './loopback.ts';

/** A GitLab of the small world, with somebody who asks it. A change replaces whole lists. */
export async function startSmallGitLab(change: Partial<World> = {}) {
	const gitlab = await startGitLab(smallWorld(change));
	const { url, requests } = gitlab;
	const requester = createRequester({ url, ...quick, token: smallToken });
	const attempts = { count: 0 };
	return {
		gitlab,
		requester,
		url,
		attempts,
		client: anonymousClient(url, requester, () => {
			attempts.count += 1;
		}),
		asUser: tokenClient(url, smallToken, requester, () => undefined),
		/** What has been asked for since the last time, without the API's root. */
		asked: () => requests.splice(0).map(({ path }) => path.replace('/api/v4', '')),
		/** Answers a question with something that the small world would not say. */
		say: (match: RegExp, body: object, status = 200) => {
			gitlab.fault(match, { status, body });
		},
		refuse: (match: RegExp, status: number) => {
			gitlab.fault(match, { status });
		},
		[Symbol.asyncDispose]: () => gitlab.close(),
	};
}

/** What GraphQL calls the project that the small world has at this path. */
export function gidOf(path: string): string {
	return `gid://gitlab/Project/${String(idFor(path))}`;
}

/** Counts the calls of what is told about steps. */
export function counter() {
	const steps = { count: 0 };
	return {
		steps,
		step: () => {
			steps.count += 1;
		},
	};
}
