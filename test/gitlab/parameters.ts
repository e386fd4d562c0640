import { withError } from './answer.ts';

/**
 * The parameters of one question, read and validated as GitLab does: parameters that a route does
 * not know are ignored, values that it cannot use are refused with 400.
 */
export class Parameters {
	readonly #search: URLSearchParams;

	constructor(search: URLSearchParams) {
		this.#search = search;
	}

	has(name: string): boolean {
		return this.#search.has(name) || this.#search.has(`${name}[]`);
	}

	text(name: string): string | undefined {
		return this.#search.get(name) ?? undefined;
	}

	/** `iids[]=1&iids[]=2`, or `iids=1,2`. An empty value is no list. */
	list(name: string): string[] {
		const values = [...this.#search.getAll(`${name}[]`), ...this.#search.getAll(name)];
		return values
			.flatMap((value) => value.split(','))
			.map((value) => value.trim())
			.filter((value) => value !== '');
	}

	integers(name: string): number[] {
		return this.list(name).map((value) => toInteger(name, value));
	}

	integer(name: string): number | undefined {
		const value = this.text(name);
		return value === undefined || value === '' ? undefined : toInteger(name, value);
	}

	flag(name: string): boolean | undefined {
		const value = this.text(name)?.toLowerCase();
		if (value === undefined || value === '') return undefined;
		if (['true', 't', '1', 'yes', 'y', 'on'].includes(value)) return true;
		if (['false', 'f', '0', 'no', 'n', 'off'].includes(value)) return false;
		throw withError(400, `${name} is invalid`);
	}

	choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const chosen = values.find((candidate) => candidate === value);
		if (chosen === undefined) throw withError(400, `${name} does not have a valid value`);
		return chosen;
	}

	/** An instant or a day, in milliseconds. */
	instant(name: string): number | undefined {
		const value = this.text(name);
		if (value === undefined || value === '') return undefined;
		const milliseconds = Date.parse(value);
		if (Number.isNaN(milliseconds)) throw withError(400, `${name} is invalid`);
		return milliseconds;
	}

	exclusive(...names: readonly string[]): void {
		if (names.filter((name) => this.has(name)).length > 1) {
			throw withError(400, `${names.join(', ')} are mutually exclusive`);
		}
	}

	allOrNone(...names: readonly string[]): void {
		const given = names.filter((name) => this.has(name)).length;
		if (given > 0 && given < names.length) {
			throw withError(400, `${names.join(', ')} provide all or none of parameters`);
		}
	}

	/** The query again, with some parameters replaced or (undefined) left out. */
	queryWith(changes: Readonly<Record<string, string | undefined>>): string {
		const query = new URLSearchParams(this.#search);
		for (const [name, value] of Object.entries(changes)) {
			if (value === undefined) query.delete(name);
			else query.set(name, value);
		}
		return query.toString();
	}
}

function toInteger(name: string, value: string): number {
	if (!/^[+-]?\d+$/.test(value)) throw withError(400, `${name} is invalid`);
	return Number(value);
}
