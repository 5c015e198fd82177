customElements.define('next-order', class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML = '<style>:host { font: 1rem system-ui }</style><h1>Your next order</h1><p>It arrives on Friday.</p><time></time>';
    const clock = this.shadowRoot.querySelector('time');
    // A page that moves by itself.
    setInterval(() => { clock.textContent = new Date().toISOString(); }, 50);
    addEventListener('message', this);
  }

  handleEvent(event) {
    if (event.origin !== 'https://messenger.oxvo.example') return;
    const identifier = event.data?.payload?.identifier;
    if (typeof identifier === 'string') this.shadowRoot.querySelector('p').textContent = `It arrives on Friday, ${identifier}.`;
  }
});
