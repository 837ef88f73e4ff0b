module example {
  requires io.hopwise;
}
