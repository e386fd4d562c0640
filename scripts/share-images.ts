import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { decodeHTML } from 'entities';
import { drawShareImage, shareImage, type SharedPage } from '#core/publish/share-image.ts';

/** Those of a package, so that a picture is the same on every machine. */
const fontFiles = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map(
	(file) => createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${file}`),
);

interface Pictures {
	/** The folder with the rendered pages. */
	folder: string;
	/** What the handbook is called. */
	handbook: string;
}

/** Draws the picture of each page that names one, of what the page says. */
export async function writeShareImages({ folder, handbook }: Pictures): Promise<void> {
	const files = await readdir(folder, { recursive: true });
	for (const file of files.filter((one) => one.endsWith('index.html')).toSorted()) {
		const html = await readFile(join(folder, file), 'utf8');
		if (!html.includes('property="og:image"')) continue;
		const picture = await renderAsync(drawShareImage(readSharedPage(html, handbook)), {
			font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
		});
		await writeFile(join(folder, dirname(file), shareImage), picture.asPng());
	}
}

/** The verdict is the answer of a page of data; of another, its lede, or what it says to search engines. */
function readSharedPage(html: string, handbook: string): SharedPage {
	const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
	return {
		handbook,
		title: textOf(/<h1[^>]*>([^]*?)<\/h1>/.exec(html)),
		answer:
			textOf(/class="verdict"[^>]*>([^]*?)<\/p>/.exec(html)) ||
			textOf(/<p class="lede"[^>]*>([^]*?)<\/p>/.exec(html)) ||
			decodeHTML(description),
		stamp: textOf(/<data-age[^>]*>[^]*?<p>([^]*?)<\/p>/.exec(html)),
	};
}

function textOf(match: RegExpExecArray | null): string {
	const withoutTags = (match?.[1] ?? '').replaceAll(/<script[^]*?<\/script>|<[^>]*>/g, '');
	return decodeHTML(withoutTags).replaceAll(/\s+/g, ' ').trim();
}
