import type { IncomingHttpHeaders } from 'node:http';
import { Refusal, json, unauthorized } from './answer.ts';
import type { World, WorldToken, WorldUser } from './world.ts';

/** Who asks. */
export interface Viewer {
	/** `null`: a stranger. */
	user: WorldUser | null;
	token: WorldToken | null;
}

export const stranger: Viewer = { user: null, token: null };

/** The secret that a request carries. Job tokens are no such secret: see `hasJobToken`. */
export function tokenIn(headers: IncomingHttpHeaders): string | null {
	const given = headers['private-token'];
	const own = Array.isArray(given) ? given[0] : given;
	const bearer = /^bearer\s+(.*)$/i.exec(headers.authorization ?? '')?.[1];
	return [own, bearer].find((value) => value !== undefined && value !== '') ?? null;
}

export function hasJobToken(headers: IncomingHttpHeaders): boolean {
	return headers['job-token'] !== undefined;
}

/** @throws {Refusal} 401 for a token that the world does not know or that is no longer valid. */
export function authenticate(world: World, headers: IncomingHttpHeaders): Viewer {
	const secret = tokenIn(headers);
	if (secret === null) return stranger;
	const token = world.tokens.get(secret);
	const user = world.users.find(({ username }) => username === token?.username);
	if (token === undefined || user === undefined) throw unauthorized();
	if (token.state === 'valid' && token.expiresAt > world.today) return { user, token };
	throw invalidToken(
		token.state === 'revoked'
			? 'Token was revoked. You have to re-authorize from the user.'
			: 'Token is expired. You can either do re-authorization or token refresh.',
	);
}

/** @throws {Refusal} 403 for a token that is valid but has none of the scopes. */
export function requireScope({ token }: Viewer, scopes: readonly string[]): void {
	if (token === null || token.scopes.some((scope) => scopes.includes(scope))) return;
	throw new Refusal(
		json(
			{
				error: 'insufficient_scope',
				error_description:
					'The request requires higher privileges than provided by the access token.',
				scope: scopes.join(' '),
			},
			403,
		),
	);
}

function invalidToken(description: string): Refusal {
	return new Refusal(json({ error: 'invalid_token', error_description: description }, 401));
}
