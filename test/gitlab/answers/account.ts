import { type Answer, json, unauthorized } from '../answer.ts';
import { toOwnUserEntity } from '../entities/user-entity.ts';
import { sha1 } from '../hash.ts';
import type { Question } from '../question.ts';

export function answerUser({ world, viewer }: Question): Answer {
	if (viewer.user === null) throw unauthorized();
	return json(toOwnUserEntity(world, viewer.user));
}

/** `GET /personal_access_tokens/self`. */
export function answerToken({ world, viewer: { token, user } }: Question): Answer {
	if (token === null || user === null) throw unauthorized();
	return json({
		id: token.id,
		name: token.name,
		revoked: false,
		created_at: token.createdAt,
		description: null,
		scopes: token.scopes,
		user_id: user.id,
		last_used_at: `${world.today}T06:00:00.000Z`,
		active: true,
		expires_at: token.expiresAt,
	});
}

/** `GET /metadata` and its old name `GET /version`. */
export function answerMetadata({ world, viewer }: Question): Answer {
	if (viewer.user === null) throw unauthorized();
	return json({
		version: world.version,
		revision: sha1(world.version).slice(0, 11),
		kas: { enabled: true, externalUrl: null, externalK8sProxyUrl: null, version: null },
		enterprise: true,
	});
}
