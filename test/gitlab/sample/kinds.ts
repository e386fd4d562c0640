/** What a project is made of, guessed from its path. */
export interface Kind {
	languages: Readonly<Record<string, number>>;
	topics: readonly string[];
	/** How it publishes versions as a rule. */
	versions: 'releases' | 'tags' | 'none';
}

const kinds = {
	go: {
		languages: { Go: 93.1, Shell: 4.4, Makefile: 1.7, Dockerfile: 0.8 },
		topics: ['go'],
		versions: 'releases',
	},
	ruby: { languages: { Ruby: 96.2, HTML: 3.8 }, topics: ['chef', 'ruby'], versions: 'tags' },
	configuration: {
		languages: { HCL: 71.5, Jsonnet: 19.4, Shell: 9.1 },
		topics: ['infrastructure'],
		versions: 'tags',
	},
	image: {
		languages: { Shell: 58.3, HCL: 22.6, PowerShell: 12.1, Dockerfile: 7 },
		topics: ['images'],
		versions: 'tags',
	},
	prose: { languages: { Shell: 64.9, Python: 35.1 }, topics: ['documentation'], versions: 'none' },
	chart: { languages: { Smarty: 88.2, Shell: 11.8 }, topics: ['helm'], versions: 'releases' },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;

const hints: readonly (readonly [RegExp, KindName])[] = [
	[/cookbook|chef/, 'ruby'],
	[/terraform-provider/, 'go'],
	[/images(\/|$)|macos/, 'image'],
	[/config|k8s|deployer|terraform/, 'configuration'],
	[/runbooks|docs|releases$/, 'prose'],
	[/charts\//, 'chart'],
];

export function kindOf(path: string): KindName {
	return hints.find(([pattern]) => pattern.test(path))?.[1] ?? 'go';
}

export function traitsOf(kind: KindName): Kind {
	return kinds[kind];
}
