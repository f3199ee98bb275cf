"""C++ programs to Fortran by rule: what comes out prints what the C++ prints, through the real compilers."""

from __future__ import annotations

import pytest

from translate.corpus.rules.cpp_to_fortran import Declined, cpp_to_fortran
from translate.languages import language
from translate.verify.programs import ProgramPair, compare_many_programs
from translate.verify.sandbox import open_sandbox

NEEDED = "iostream string vector array numeric algorithm stdexcept cstring cassert cmath sstream iomanip limits".split()
HEAD = "".join(f"#include <{name}>\n" for name in NEEDED)

CLASSES = """
class Shape { public: std::string name; double scale = 1.0; Shape(const std::string& n) : name(n) {} virtual ~Shape() {}
  virtual double area() const { return 0.0; } void grow(double f) { scale *= f; }
  void describe() const { std::cout << name << " scale " << scale << std::endl; } };
class Square : public Shape { double side; public: Square(double s) : Shape("square"), side(s) {}
  double area() const override { return side * side * scale; }
  void report() { describe(); grow(2.0); std::cout << area() << std::endl; } };
class Counter { int n; static int made; public: Counter() : n(0) { made++; } explicit Counter(int start) : n(start) { made++; }
  Counter& add(int k = 1) { n += k; return *this; } int value() const { return n; } static int count() { return made; }
  Counter operator+(const Counter& o) const { return Counter(n + o.n); } bool operator==(const Counter& o) const { return n == o.n; } };
int Counter::made = 0;
class Matrix { int n; std::vector<double> d; public: Matrix(int n_) : n(n_), d(n_ * n_, 0.0) {}
  double& operator()(int i, int j) { return d[i * n + j]; } double get(int i, int j) const { return d[i * n + j]; }
  Matrix times(const Matrix& o) const { Matrix r(n); for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) {
    double s = 0; for (int k = 0; k < n; k++) s += get(i, k) * o.get(k, j); r(i, j) = s; } return r; } };
int main() {
    Square s(3.0); s.report(); s.describe(); std::cout << s.area() << " " << s.name << std::endl;
    Counter a, b(5); a.add(); a.add(3); Counter d = a + b;
    std::cout << d.value() << " " << Counter::count() << " " << (a == b) << std::endl;
    Matrix m(2); m(0, 1) = 2.0; m(1, 0) += 3.0; Matrix p = m.times(m); std::cout << p.get(0, 0) << " " << p(1, 1) << std::endl;
    return 0;
}
"""

TEXTS = """
std::string greet(const std::string& n) { return "Hello, " + n + "!"; }
void add(std::vector<std::string>& v, std::string s) { v.push_back(s); }
std::string first_word(const std::string& s) { return s.substr(0, s.find(' ')); }
std::string stamp(int h, int m) {
    std::ostringstream os; os << std::setw(2) << std::setfill('0') << h << ":" << std::setw(2) << m; return os.str(); }
std::string shown(double x) { std::ostringstream os; os << x; return os.str(); }
int main() {
    std::cout << stamp(3, 45) << " " << stamp(12, 7) << std::endl;
    std::cout << shown(1234567.0) << " " << shown(0.00001234) << " " << shown(-2.50) << std::endl;
    std::string s = "abc def";
    std::vector<std::string> v = {"x", "yy", "zzz "};
    add(v, "more"); v[0] += "!";
    for (const auto& t : v) std::cout << t << " " << t.size() << "\\n";
    size_t p = s.find(" ");
    if (p != std::string::npos) std::cout << "found " << p << std::endl;
    if (s.find("zz") == std::string::npos) std::cout << "not found" << std::endl;
    std::cout << greet(first_word(s)) << " " << first_word("whole") << " " << std::to_string(42) + "x" << std::endl;
    char c = s[0]; c = c + 1; std::cout << c << " " << c + 1 << " " << (char)(c + 1) << std::endl;
    s[0] = toupper(s[0]); s.push_back('q'); s.erase(0, 1);
    std::string r(3, '-'); r = r.length() > 2 ? "long" : "s";
    std::cout << s << " " << r << isdigit('4') << s.substr(2) << std::endl;
    int digit = '7' - '0'; const char* names[] = {"one", "two"}; std::cout << digit << names[1] << std::endl;
    return 0;
}
"""

RANGES = """
template <typename T> T total(const std::vector<T>& v) { T s = 0; for (const auto& x : v) s += x; return s; }
template <class T> void scale(T* x, int n, T f) { for (int i = 0; i < n; i++) x[i] *= f; }
void widen(std::vector<std::vector<double>>& a) { a.resize(2, std::vector<double>(3, 1.0)); }
int main() {
    std::vector<double> v = {3.5, 1.25, 9.0, -2.0, 4.0};
    double a[5]; int n = 5;
    std::copy(v.begin(), v.end(), a);
    std::cout << std::accumulate(v.begin(), v.end(), 0.0) << " " << *std::max_element(v.begin(), v.end()) << std::endl;
    std::cout << std::distance(v.begin(), std::min_element(v.begin(), v.end())) << std::endl;
    std::cout << std::inner_product(v.begin(), v.end(), a, 0.0) << "\\n";
    if (std::all_of(v.begin(), v.end(), [](double x) { return x > -3; })) std::cout << "all\\n";
    std::cout << std::count_if(v.begin(), v.end(), [n](double x) { return x > n; }) << "\\n";
    std::sort(v.begin(), v.end());
    for (double x : v) std::cout << x << " ";
    std::vector<int> k(6); std::iota(k.begin(), k.end(), 4);
    std::transform(k.begin(), k.end(), k.begin(), [](int x) { return x * x; });
    int b[6]; std::memcpy(b, k.data(), 6 * sizeof(int));
    for (int i = 0; i < (int)(sizeof(b) / sizeof(b[0])); i++) std::cout << b[i] << ",";
    scale(a, n, 2.0); scale(b, 6, 3); std::cout << a[2] << " " << b[0] << " " << total(k) << " " << total(v) << std::endl;
    k.insert(k.begin(), 0); k.erase(k.begin() + 1); k.resize(8, 9); k.at(1) = 8; k.back() = 6;
    for (int x : k) std::cout << x << " ";
    std::vector<std::vector<double>> g; widen(g); std::cout << g.size() << " " << g[0].size() << " " << g[1][2] << std::endl;
    std::array<int, 3> p = {1, 2, 3}, q = p; q[1] = 9; if (p != q) std::cout << "differ\\n"; q = p; std::cout << (p == q) << std::endl;
}
"""

ERRORS = """
#ifdef NEVER
int doubled(int x) { return nobody_knows(x); }
#endif
extern "C" { int doubled(int x) { return 2 * x; } }
const int N = 3; double table[N] = {1.5, 2.5, 3.5}; std::vector<int> shared = {1, 2, 3}; std::string title = "start";
struct { int a; double b; } common_;
int next() { static int n = 10; n++; return n; }
double safe(double x) { if (x < 0) throw std::invalid_argument("negative: " + std::to_string(3)); return x * 2; }
double outer(double x) { double y = safe(x); std::cout << "after " << y << std::endl; return y; }
int main() {
    common_.a = 3; shared.push_back(7);
    std::cout << next() << " " << next() << " " << table[1] << " " << title << " " << common_.a << " " << doubled(4) << std::endl;
    try {
        std::cout << outer(3.0) << std::endl;
        double z = outer(-1.0);
        std::cout << "never " << z << std::endl;
    } catch (const std::exception& e) { std::cout << "caught: " << e.what() << std::endl; }
    for (int i = 0; i < 3; i++) {
        try { if (i == 1) throw std::runtime_error("one"); std::cout << i << std::endl; }
        catch (...) { std::cout << "again" << std::endl; }
    }
    struct Case { int in; double out; }; Case cases[] = {{1, 2.0}, {2, 3.5}};
    for (const auto& one : cases) std::cout << one.in << " " << one.out << std::endl;
    auto square = [](double x) { return x * x; }; std::cout << square(3.0) << " " << std::numeric_limits<int>::max() << std::endl;
    double* owned = new double[N]; for (int i = 0; i < N; i++) owned[i] = i * 0.5; std::cout << owned[2] << std::endl; delete[] owned;
    int data[4] = {1, 2, 3, 4}; const int* end = data + 4; int s = 0;
    for (const int* p = data; p != end; ++p) s += *p;
    bool inside = s > 100 && data[s] > 0;
    std::cout << s << " " << inside << " " << shared.size() << std::endl;
    return 0;
}
"""

VALUES = """
struct V { double x, y; V operator-(const V& o) const { return {x - o.x, y - o.y}; }
  double len() const { return std::sqrt(x * x + y * y); } };
void bump(V v) { v.x += 1; std::cout << v.x << std::endl; }
V mid(const V& a, const V& b) { V m; m.x = (a.x + b.x) / 2; m.y = (a.y + b.y) / 2; return m; }
bool check(const std::vector<int>& v, int i) { return i >= 0 && i < (int)v.size() && v[i] > 0; }
int main() {
    V a{1, 2}, b = {3, 5}; bump(a); std::cout << a.x << " " << (b - a).len() << " " << mid(a, b).y << std::endl;
    std::vector<int> v = {1, -2, 3}; std::cout << check(v, 2) << check(v, 7) << check(v, 1) << std::endl;
    for (auto x : v) { x *= 2; std::cout << x << " "; } std::cout << v[0] << std::endl;
    for (auto& x : v) x *= 2; std::cout << v[2] << std::endl;
    int i = 0; while (i < 3 && v[i] != 6) i++; std::cout << i << std::endl;
    std::vector<std::vector<int>> m = {{1, 2, 3}, {4, 5, 6}};
    for (auto row : m) { row[0] = 9; std::cout << row[0] << " " << row.size() << " "; } std::cout << m[0][0] << std::endl;
    int k = 5; k += k > 3 ? 2 : -2; int q = k-- + 1; std::cout << k << q << std::endl;
    switch (k) { case 6: std::cout << "six\\n"; break; case 7: default: std::cout << "other\\n"; }
    for (int j = 0; j < 2; j++) std::cout << "turn" << j << ": " << j << "." << std::endl;
    std::cout << static_cast<int>(3.99) << " " << -7 / 2 << " " << -7 % 3 << std::endl;
    return 0;
}
"""

PROGRAMS = (
    (VALUES, "values are copied, references are not; conditions guard what follows"),
    (CLASSES, "classes: constructors, methods, inheritance, operators"),
    (TEXTS, "texts and letters"),
    (RANGES, "algorithms, templates and containers that grow"),
    (ERRORS, "exceptions, variables outside of functions, pointers that move"),
)

DECLINED = (
    ("struct B { virtual int f() { return 1; } }; struct D : B { int f() override { return 2; } }; int g(B& b) { return b.f(); }"
     " int main() { D d; return g(d); }", "chosen when it is called", "which method runs is only known when it does"),
    ("int f(int x) { if (x < 0) throw 1; return x; } int main() { try { f(1); } catch (int e) { return e; } }", "choose among",
     "an exception that is no text"),
    ("struct A { ~A() { } int n; A() : n(1) { } }; struct B { ~B() { puts(\"gone\"); } }; int main() { B b; return 0; }",
     "destructor", "when an object goes, Fortran says nothing"),
)  # fmt: skip


def test_programs_print_what_the_cpp_prints() -> None:
    pairs = [ProgramPair(HEAD + text, language("cpp"), cpp_to_fortran(HEAD + text), language("fortran")) for text, _ in PROGRAMS]
    verdicts = compare_many_programs(pairs, sandbox=open_sandbox())
    assert [(why, verdict) for (_, why), verdict in zip(PROGRAMS, verdicts, strict=True) if verdict.word.value != "equivalent"] == []


@pytest.mark.parametrize(("text", "reason", "why"), DECLINED, ids=lambda value: value[:20])
def test_what_would_be_wrong_is_declined(text: str, reason: str, why: str) -> None:
    with pytest.raises(Declined, match=reason):
        cpp_to_fortran(text)
