# make demo | make test are the two commands. Only Python 3.11, make and git are needed.
PYTHON    ?= python3.11
VENV      ?= .venv
WORKSPACE ?= workspace
CAPTURE   ?= data/sample_head
PRESET    ?= quick
DEVICE    ?= auto
TRITON    ?= 3.9.0
BIN       := $(VENV)/bin
READY     := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test lab gpu bench site lint clean

help:
	@echo "make demo    new environment, then all seven notebooks on $(CAPTURE)"
	@echo "make test    same environment, all tests"
	@echo "make lab     open the notebooks in JupyterLab"
	@echo "make gpu     add nvdiffrast (needs CUDA; its licence is non-commercial)"
	@echo "make bench   train on CAPTURE=$(CAPTURE) and print speed, memory and held-out scores"
	@echo "make site    the executed notebooks of the demo as web pages, in docs/"
	@echo "make clean   remove the environment and caches; $(WORKSPACE)/ stays"

demo: $(READY)
	$(BIN)/python -m lib.batch $(CAPTURE) --workspace $(WORKSPACE) --preset $(PRESET) --device $(DEVICE)
	@name=$$(basename $(CAPTURE)); echo "Look at $(WORKSPACE)/$$name/notebooks/ (the executed notebooks)" \
		"and $(WORKSPACE)/$$name/export/ (head.html is the viewer; head.glb, head.obj and the maps)."

# Triton comes with torch where CUDA is. Elsewhere the tests interpret its kernels.
test: $(READY)
	@$(BIN)/python -c "import triton" 2>/dev/null || $(BIN)/pip install -q triton==$(TRITON) \
		|| echo "no Triton for this machine: the tests of its kernels are skipped"
	@PYTHON=$(BIN)/python sh tests/setup_browser.sh
	@sh tests/setup_gltf.sh
	$(BIN)/python -m pytest -q -rs

lab: $(READY)
	$(BIN)/jupyter lab $$([ "$$(id -u)" = 0 ] && echo --allow-root) --ServerApp.root_dir=. notebooks/01_inspect_capture.ipynb

gpu: $(READY)
	$(BIN)/pip install ninja
	$(BIN)/pip install --no-build-isolation "git+https://github.com/NVlabs/nvdiffrast@v0.4.0"
	$(BIN)/python -c "import nvdiffrast.torch as dr; dr.RasterizeCudaContext(); print('nvdiffrast works')"

bench: $(READY)
	$(BIN)/python -m lib.bench $(CAPTURE) --preset $(PRESET) $(if $(filter auto,$(DEVICE)),,--device $(DEVICE))

# After make demo. The pages need neither a network nor a kernel.
site: $(READY)
	$(BIN)/python -m lib.workbook.site $(WORKSPACE)/$$(basename $(CAPTURE))

lint: $(READY)
	$(BIN)/ruff check .

# --clear: an interrupted or outdated environment is rebuilt, never patched.
# The last-but-one line: OpenCV's usual wheel wants libGL and GLib of the desktop; where they are absent, its
# headless twin of the same version takes its place.
$(READY): requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) not found: install Python 3.11, or say make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --disable-pip-version-check -q -r requirements.txt
	$(BIN)/pip install --disable-pip-version-check -q --no-build-isolation --no-deps -e .
	@$(BIN)/python -c "import cv2" 2>/dev/null || $(BIN)/pip install -q --no-deps --force-reinstall \
		"$$(sed -n 's/^\(opencv-contrib-python\)\(==[0-9.]*\).*/\1-headless\2/p' requirements.txt)"
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache tests/artefacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
