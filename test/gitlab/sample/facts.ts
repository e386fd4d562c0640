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
	/** The file with the variables of its pipeline, which includes it. */
	ciVariables?: string;
	/** The file that says who owns which files: it names the maintainers. */
	codeowners?: '.gitlab/CODEOWNERS';
	/** Known versions, the newest first; without a date where only the version is known. */
	releases?: readonly { tag: string; date?: string }[];
	/** Expected to answer 404 to strangers. */
	isPrivate?: true;
	/** Where it has moved to. */
	movedTo?: string;
	/** Of a consumer: the version of the library that it requires, without `v`. */
	clientVersion?: string;
}

export const mit = { key: 'mit', name: 'MIT License' };

export const knownFacts: Readonly<Record<string, KnownFacts>> = {
	'gitlab-org/gitlab-runner': {
		id: 250833,
		license: mit,
		goVersion: '1.26.5',
		goFiles: ['go.mod', 'mise.toml'],
		ciVariables: '.gitlab/ci/_common.gitlab-ci.yml',
		codeowners: '.gitlab/CODEOWNERS',
		releases: [
			{ tag: 'v19.3.0', date: '2026-08-19' },
			{ tag: 'v19.2.0', date: '2026-07-15' },
			{ tag: 'v19.1.0', date: '2026-06-17' },
			{ tag: 'v19.0.0', date: '2026-05-22' },
			{ tag: 'v18.11.0', date: '2026-04-16' },
			{ tag: 'v18.10.0', date: '2026-03-19' },
			{ tag: 'v18.9.0', date: '2026-02-19' },
			{ tag: 'v18.8.0', date: '2026-01-15' },
			{ tag: 'v18.7.0', date: '2025-12-18' },
			{ tag: 'v18.6.0', date: '2025-11-20' },
		],
	},
	'gitlab-org/step-runner': { releases: [{ tag: 'v0.44.0' }] },
	'gitlab-org/fleeting/nesting': { releases: [{ tag: 'v0.5.0' }] },
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
		releases: [{ tag: 'v1.87.0' }],
		clientVersion: '2.49.0',
	},
	'gitlab-org/terraform-provider-gitlab': {
		license: { key: 'mpl-2.0', name: 'Mozilla Public License 2.0' },
		releases: [{ tag: 'v19.1.0', date: '2026-06-18' }],
		clientVersion: '0.129.0',
	},
	'gitlab-org/api/client-go': { releases: [{ tag: 'v2.49.0' }, { tag: 'v0.129.0' }] },
};
