import type { Why } from '#model/snapshot.ts';

/** Why a list could not be asked for. `what` GitLab tells only to those who sign in. */
export function withoutToken(what: string): Why {
	const told = `GitLab tells ${what} only to those who sign in`;
	const advice = 'Set GITLAB_TOKEN to a token with the scope read_api, then run npm run pull.';
	return { reason: `${told}, and no token is set. ${advice}`, forReaders: `${told}.` };
}
