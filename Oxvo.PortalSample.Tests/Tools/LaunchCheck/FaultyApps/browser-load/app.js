document.querySelector('#delivery').textContent = 'On Friday, between nine and twelve.';
