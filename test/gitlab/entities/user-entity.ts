import type { World, WorldMember, WorldUser } from '../world.ts';

/** The short form of a person in issues, releases and pipelines. */
export function toUserEntity(world: World, username: string) {
	const user = world.users.find((candidate) => candidate.username === username);
	return user === undefined
		? null
		: {
				id: user.id,
				username,
				name: user.name,
				state: user.state,
				locked: false,
				public_email: user.email,
				avatar_url: avatarOf(world, user),
				web_url: `${world.webUrl}/${username}`,
			};
}

/** `GET /user`. */
export function toOwnUserEntity(world: World, user: WorldUser) {
	return {
		...toUserEntity(world, user.username),
		created_at: '2020-01-01T00:00:00.000Z',
		bio: '',
		location: null,
		website_url: '',
		bot: false,
		email: user.email,
		commit_email: user.email,
		last_sign_in_at: `${world.today}T06:00:00.000Z`,
		last_activity_on: world.today,
		two_factor_enabled: true,
		external: false,
		private_profile: false,
		identities: [],
	};
}

/** A member with all that GitLab can tell a caller with rights. */
export function toMemberEntity(world: World, member: WorldMember, user: WorldUser) {
	return {
		id: user.id,
		username: user.username,
		name: user.name,
		state: user.state,
		locked: false,
		avatar_url: avatarOf(world, user),
		web_url: `${world.webUrl}/${user.username}`,
		access_level: member.accessLevel,
		created_at: member.createdAt,
		expires_at: member.expiresAt,
		...(member.createdBy && { created_by: toUserEntity(world, member.createdBy) }),
		email: user.email,
		membership_state: 'active',
		member_role: null,
		is_using_seat: user.state === 'active',
		group_saml_identity: null,
		group_scim_identity: null,
	};
}

function avatarOf({ webUrl }: World, { id }: WorldUser): string {
	return `${webUrl}/uploads/-/system/user/avatar/${String(id)}/avatar.png`;
}
