/**
 * What is known of true projects from public sources. What is not known is not here, and the
 * sample then invents plainly or says nothing. Projects of other registries are not here at all.
 */
export interface KnownFacts {
	id?: number;
	license?: { key: string; name: string };
	goVersion?: string;
	/** Files that pin Go. */
	goFiles?: readonly ('go.mod' | '.tool-versions' | 'mise.toml')[];
	/** The newest known version; without a date when only the version is known. */
	latest?: { tag: string; date?: string };
	/** Expected to answer 404 to strangers. */
	isPrivate?: true;
	/** Where it has moved to. */
	movedTo?: string;
}

const mit = { key: 'mit', name: 'MIT License' };

export const knownFacts: Readonly<Record<string, KnownFacts>> = {
	'gitlab-org/gitlab-runner': {
		id: 250833,
		license: mit,
		goVersion: '1.26.5',
		goFiles: ['go.mod', 'mise.toml'],
		latest: { tag: 'v19.3.0', date: '2026-08-19' },
	},
	'gitlab-org/step-runner': { latest: { tag: 'v0.44.0' } },
	'gitlab-org/fleeting/nesting': { latest: { tag: 'v0.5.0' } },
	'gitlab-org/fleeting/fleeting-plugin-aws': { movedTo: 'gitlab-org/fleeting/plugins/aws' },
	'gitlab-org/fleeting/fleeting-plugin-googlecompute': {
		movedTo: 'gitlab-org/fleeting/plugins/googlecompute',
	},
	'gitlab-com/gl-infra/config-mgmt': { isPrivate: true },
	'gitlab-com/gl-infra/chef-repo': { isPrivate: true },
	'gitlab-org/cli': {
		license: mit,
		goVersion: '1.26.5',
		goFiles: ['go.mod'],
		latest: { tag: 'v1.87.0' },
	},
	'gitlab-org/terraform-provider-gitlab': {
		license: { key: 'mpl-2.0', name: 'Mozilla Public License 2.0' },
		latest: { tag: 'v19.1.0', date: '2026-06-18' },
	},
};
