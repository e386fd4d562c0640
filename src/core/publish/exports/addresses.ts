/** A page or file of the site, from its root: `/projects/`. */
export type SitePath = `/${string}`;

export type AddressOf = (path: SitePath) => string;

export const exportNames = [
	'projects',
	'consumers',
	'plan',
	'changes',
	'rules',
	'onboarding',
	'health',
] as const;
export type ExportName = (typeof exportNames)[number];

export const exportFormats = ['json', 'schema.json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where the exports are published. Other people's programs know these addresses: they stay. */
export const exportAddresses = {
	fileOf: (name: ExportName, format: ExportFormat): SitePath => `/exports/v1/${name}.${format}`,
	badgeOf: (path: string): SitePath => `/exports/v1/badges/${path}.svg`,
} as const;

export function consumerPageAddress(path: string): SitePath {
	return `/consumers/${path}/`;
}

export function endpointPageAddress(id: string): SitePath {
	return `/api/${id}/`;
}
