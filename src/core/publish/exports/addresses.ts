/** A page or file of the site, from its root: `/projects/`. */
export type SitePath = `/${string}`;

export type AddressOf = (path: SitePath) => string;

/** Where the exports are published. Other people's programs know these addresses: they stay. */
export const exportAddresses = {
	page: '/about/exports/',
	json: '/exports/v1/projects.json',
	schema: '/exports/v1/projects.schema.json',
	csv: '/exports/v1/projects.csv',
	consumers: {
		json: '/exports/v1/consumers.json',
		schema: '/exports/v1/consumers.schema.json',
		csv: '/exports/v1/consumers.csv',
	},
	plan: {
		json: '/exports/v1/plan.json',
		schema: '/exports/v1/plan.schema.json',
		csv: '/exports/v1/plan.csv',
	},
	changes: {
		json: '/exports/v1/changes.json',
		schema: '/exports/v1/changes.schema.json',
		csv: '/exports/v1/changes.csv',
	},
	badgeOf: (path: string): SitePath => `/exports/v1/badges/${path}.svg`,
} as const;

/** The page that the handbook has for a consumer of the API. */
export function consumerPageAddress(path: string): SitePath {
	return `/consumers/${path}/`;
}

/** The page that the handbook has for an endpoint of the API. */
export function endpointPageAddress(id: string): SitePath {
	return `/api/${id}/`;
}

/** The page that the handbook has for a project of the inventory. */
export function projectPageAddress(path: string): SitePath {
	return `/projects/${path}/`;
}
