import { parseMethod } from '#core/consumers/endpoints/api-uses.ts';
import type { Api, ClientLibrary, SourceLanguage } from '#model/api.ts';

/** A part of a client library that has methods which call the API. */
export interface Service {
	readonly library: ClientLibrary;
	readonly name: string;
	/** Every method of it calls the API. Otherwise only those in `methods` do. */
	readonly whole: boolean;
	/** The methods that endpoints name. */
	readonly methods: ReadonlySet<string>;
}

/** The services of the libraries of one language. */
export class Services {
	readonly all: readonly Service[];

	constructor(api: Api, language: SourceLanguage) {
		this.all = api.clients
			.filter((library) => library.language === language)
			.flatMap((library) => servicesOf(library, api));
	}

	has(name: string): boolean {
		return this.all.some((one) => one.name === name);
	}

	find(library: ClientLibrary, name: string): Service | undefined {
		return this.all.find((one) => one.library === library && one.name === name);
	}

	/** The service that has a method of that name which an endpoint names. */
	findByMethod(library: ClientLibrary, method: string): Service | undefined {
		return this.all.find((one) => one.library === library && one.methods.has(method));
	}
}

/** What a part of a client is about: `Issue` of `Issues` and of `IssueLinks`. */
export function findSubject(name: string): string {
	return (/^[A-Z]+[a-z0-9]*/.exec(name)?.[0] ?? name).replace(/s$/, '');
}

function servicesOf(library: ClientLibrary, { endpoints }: Api): Service[] {
	const methods = new Map<string, Set<string>>(library.services.map((name) => [name, new Set()]));
	for (const { calls } of endpoints) {
		for (const call of calls[library.id] ?? []) {
			const [service = '', method = ''] = parseMethod(call).name.split('.');
			methods.set(service, (methods.get(service) ?? new Set()).add(method));
		}
	}
	return [...methods].map(([name, named]) => ({
		library,
		name,
		whole: library.services.includes(name),
		methods: named,
	}));
}
