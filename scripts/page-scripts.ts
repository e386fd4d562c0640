import { decodeHTMLAttribute } from 'entities';

/** What a page runs, and the styles that it has in itself. */
export interface PageScripts {
	/** Of each script that is written into the page. */
	inline: string[];
	/** Addresses of the others. */
	sources: string[];
	/** Names of attributes that run code: `onclick`. */
	handlers: string[];
	/** Of each `style` element, and of each attribute of that name. */
	styles: string[];
}

const attributeList = String.raw`(?:[^"'>]|"[^"]*"|'[^']*')*`;

/** Comments, elements whose content is no markup, and start tags of all others. */
const markup = new RegExp(
	String.raw`<!--(?:-?>|[^]*?--!?>)` +
		String.raw`|<(?<text>script|style|title|textarea)(?=[\s/>])(?<of>${attributeList})>(?<content>[^]*?)</\k<text>(?=[\s/>])` +
		String.raw`|<[a-z][^\s/>]*(?<attributes>${attributeList})>`,
	'gi',
);
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const handler = /^on[a-z]+$/;
/** Most elements need no closer look: nor does `content=`, in which a name only ends like one. */
const mayMatter = /(?<![^\s"'<>/=])(?:on[a-z]+|style)\s*=/i;

/** Scripts of these types are data: browsers do not run them. */
const dataTypes = ['application/json', 'application/ld+json'];

/**
 * Finds what a page runs, and its styles. It reads HTML as our renderer writes it: what it does not find, the policy
 * does not allow.
 */
export function findScripts(html: string): PageScripts {
	const found: PageScripts = { inline: [], sources: [], handlers: [], styles: [] };
	for (const { groups = {} } of html.matchAll(markup)) {
		const list = groups.of ?? groups.attributes ?? '';
		const text = groups.text?.toLowerCase();
		const isScript = text === 'script';
		if (text === 'style') found.styles.push(groups.content ?? '');
		if (!isScript && !mayMatter.test(list)) continue;
		const attributes = readAttributes(list);
		const style = attributes.get('style');
		if (style !== undefined) found.styles.push(decodeHTMLAttribute(style));
		found.handlers.push(...[...attributes.keys()].filter((name) => handler.test(name)));
		if (!isScript) continue;
		if (dataTypes.includes(attributes.get('type')?.toLowerCase() ?? '')) continue;
		const source = attributes.get('src');
		if (source === undefined) found.inline.push(groups.content ?? '');
		else found.sources.push(source);
	}
	return found;
}

function readAttributes(list: string): Map<string, string> {
	return new Map(
		[...list.matchAll(attribute)].map(([, name = '', double, single, plain]) => [
			name.toLowerCase(),
			double ?? single ?? plain ?? '',
		]),
	);
}
