/** `<li><a href="/roadmap/">Roadmap</a></li>` */
export function linkItem(address: string, title: string): HTMLElement {
	const [item, link] = [document.createElement('li'), document.createElement('a')];
	link.href = address;
	link.textContent = title;
	item.append(link);
	return item;
}
