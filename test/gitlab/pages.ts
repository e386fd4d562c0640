import { type Answer, json, withError } from './answer.ts';
import type { Question } from './question.ts';

/** Rows beyond which GitLab no longer counts: neither totals nor a last page are given. */
export const countedRows = 10_000;
/** The last row that a numbered page may reach, for objects that have keyset pages. */
export const offsetLimit = 50_000;

/** A list whose numbered pages end at `offsetLimit`. */
export interface Bounded<Row> {
	/** What the refusal beyond the limit calls the objects. */
	objects: string;
	/** How to go on by position, when this very list can. */
	keyset?: {
		/** The parameter that carries the position. */
		parameter: 'cursor' | 'page_token';
		positionOf: (row: Row) => string;
	};
}

/** One page of a list, numbered (the default) or by position. */
export function paged<Row>(
	question: Question,
	rows: readonly Row[],
	toEntity: (row: Row) => unknown,
	bounded?: Bounded<Row>,
): Answer {
	const perPage = readPerPage(question);
	const page = Math.max(1, question.params.integer('page') ?? 1);
	if (question.params.text('pagination') === 'keyset') {
		return keysetPage(question, rows, toEntity, perPage, bounded?.keyset);
	}
	if (bounded && page * perPage > offsetLimit) {
		throw withError(
			405,
			`Offset pagination has a maximum allowed offset of ${String(offsetLimit)} for requests that return objects of type ${bounded.objects}. Remaining records can be retrieved using keyset pagination.`,
		);
	}
	const start = (page - 1) * perPage;
	return json(rows.slice(start, start + perPage).map(toEntity), 200, {
		...pageHeaders(rows.length, page, perPage),
		link: linksTo(question, rows.length, page, perPage),
	});
}

function readPerPage({ params }: Question): number {
	const asked = params.integer('per_page') ?? 20;
	if (asked <= 0) throw withError(400, 'per_page has a value not allowed');
	return Math.min(asked, 100);
}

function pageHeaders(rows: number, page: number, perPage: number): Record<string, string> {
	const pages = Math.max(1, Math.ceil(rows / perPage));
	return {
		'x-page': String(page),
		'x-per-page': String(perPage),
		'x-next-page': page < pages ? String(page + 1) : '',
		'x-prev-page': page > 1 ? String(page - 1) : '',
		...(rows > countedRows ? {} : { 'x-total': String(rows), 'x-total-pages': String(pages) }),
	};
}

function linksTo(question: Question, rows: number, page: number, perPage: number): string {
	const pages = Math.max(1, Math.ceil(rows / perPage));
	const link = (rel: string, number: number): string => {
		const query = question.params.queryWith({ page: String(number), per_page: String(perPage) });
		return `<${question.apiUrl}${question.path}?${query}>; rel="${rel}"`;
	};
	return [
		page > 1 ? link('prev', page - 1) : '',
		page < pages ? link('next', page + 1) : '',
		link('first', 1),
		rows > countedRows ? '' : link('last', pages),
	]
		.filter(Boolean)
		.join(', ');
}

function keysetPage<Row>(
	question: Question,
	rows: readonly Row[],
	toEntity: (row: Row) => unknown,
	perPage: number,
	keyset: Bounded<Row>['keyset'],
): Answer {
	if (!keyset) {
		throw withError(405, 'Keyset pagination is not yet available for this type of request');
	}
	const { parameter, positionOf } = keyset;
	const after = question.params.text(parameter);
	const start = after ? rows.findIndex((row) => encode(positionOf(row)) === after) + 1 : 0;
	const page = rows.slice(start, start + perPage);
	const last = page.at(-1);
	if (last === undefined || start + perPage >= rows.length) return json(page.map(toEntity));
	const query = question.params.queryWith({ [parameter]: encode(positionOf(last)) });
	return json(page.map(toEntity), 200, {
		link: `<${question.apiUrl}${question.path}?${query}>; rel="next"`,
	});
}

function encode(position: string): string {
	return Buffer.from(position).toString('base64url');
}
