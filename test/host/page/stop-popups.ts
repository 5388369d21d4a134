// Chromium's own popups cannot be refused over DevTools before they exist, so they are stopped in the page; the host hears of each
// address. Sent into the page as text: it may use its parameters only.

export function stopPopups(eventName: string): void {
  const fire = window.dispatchEvent.bind(window);
  const ask = (url: string | URL = ''): null => {
    fire(new CustomEvent(eventName, { detail: String(new URL(url, location.href)) }));
    return null;
  };
  window.open = ask;
  window.addEventListener('click', (event) => {
    const link = event
      .composedPath()
      .find((node) => node instanceof HTMLAnchorElement && !['', '_self', '_top', '_parent'].includes(node.target));
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    event.preventDefault();
    ask(link.href);
  });
}
