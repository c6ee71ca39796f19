// Shows what the server tells, and loads the page anew when it has a new report; in a hidden tab, once it is looked at. What
// the reader has chosen is in the address, and so survives.

const events = new EventSource('events');
events.addEventListener('status', ({ data }) => showStatus(data));
events.addEventListener('report', () => {
  if (document.hidden) document.addEventListener('visibilitychange', loadAnew, { once: true });
  else loadAnew();
});
events.addEventListener('end', ({ data }) => {
  events.close();
  showStatus(data);
});
events.addEventListener('error', () => {
  events.close();
  showStatus('The comparison no longer answers: it has ended, or was ended.');
});

function loadAnew(): void {
  events.close();
  location.reload();
}

function showStatus(text: string): void {
  const status = document.querySelector('#live');
  if (status !== null) status.textContent = text;
}
