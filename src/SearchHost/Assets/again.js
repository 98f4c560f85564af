// On a page that says that something passes by itself, such as a host that is starting: asks for the same address from time to time, and
// opens it when there is more to show. It asks less and less often, not while nobody looks, and not where somebody types something else.
(() => {
  'use strict';

  const longestMs = 30_000;
  const most = 20;
  const status = document.querySelector('[data-again]');
  const box = document.getElementById('q');
  if (!status || !window.fetch) return;
  let waitMs = Math.max(1, Number(status.dataset.again)) * 1000;
  let asked = 0;

  const isTyping = () => box && box.value !== box.defaultValue;

  async function isThere() {
    try {
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store', headers: { Accept: 'text/html' } });
      return answer.status !== 429 && answer.status !== 503;
    } catch {
      // Nothing listens there just now.
      return false;
    }
  }

  async function look() {
    if (document.hidden) {
      document.addEventListener('visibilitychange', look, { once: true });
      return;
    }
    const there = await isThere();
    if (isTyping() || ++asked >= most) {
      status.textContent = isTyping() ? '' : status.dataset.stopped;
    } else if (there) {
      location.reload();
    } else {
      waitMs = Math.min(waitMs * 1.5, longestMs);
      setTimeout(look, waitMs);
    }
  }

  status.textContent = status.dataset.waiting;
  setTimeout(look, waitMs);
})();
