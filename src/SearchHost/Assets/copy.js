// Copies what a button names, and says so. The buttons are hidden in the page: without this script, or where a browser lets no page copy,
// there is nothing to press.
(() => {
  'use strict';

  const buttons = document.querySelectorAll('button[data-copy]');
  if (!navigator.clipboard || buttons.length === 0) return;
  const status = document.createElement('div');
  status.className = 'visually-hidden';
  status.setAttribute('aria-live', 'polite');
  document.body.append(status);

  for (const button of buttons) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
      } catch {
        return;
      }
      button.textContent = status.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; status.textContent = ''; }, 2500);
    });
  }
})();
